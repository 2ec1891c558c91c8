/** The command line for authors: `npm run scenario -- COMMAND …`. */
import { perform } from './commands.ts';

process.exitCode = await perform(process.argv.slice(2));
