/** The command line for authors: `npm run scenario -- COMMAND …`. */
import { runCommand } from './commands.ts';

process.exitCode = await runCommand(process.argv.slice(2));
