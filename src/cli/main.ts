#!/usr/bin/env node
import {program} from './program.ts';
import {openTerminal} from './terminal.ts';

process.exitCode = await program(process.argv.slice(2), openTerminal());
