/** Reads QR codes in picture files with an independent program, ZBar’s `zbarimg`. */
import { execFile, execFileSync } from 'node:child_process';

const there = (program: string, argument: string): boolean => {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export const hasZbar = there('zbarimg', '--version');
export const NO_ZBAR = 'no `zbarimg` here: Debian has it in zbar-tools';
export const hasPdftoppm = there('pdftoppm', '-v');
export const NO_PDFTOPPM = 'no `pdftoppm` here: Debian has it in poppler-utils';

/** The texts of all codes in the picture in `file`. */
export const readCodes = (file: string): Promise<string[]> =>
  new Promise((resolve) => {
    // Its status says whether anything was found; so does its output.
    execFile('zbarimg', ['--raw', '--quiet', '-Sdisable', '-Sqrcode.enable', file], (_, stdout) =>
      resolve(stdout.split('\n').filter((line) => line !== '')),
    );
  });
