import { requireData } from '../data';
import { writeTables } from './wordingTable';

// Reads marked and calm texts again: node scripts/run.mjs training/wording/writeWordingTable.ts --data FOLDER
writeTables(requireData('real/texts.jsonl', 'real/labels.jsonl', 'calm'));
