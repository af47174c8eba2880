import './assert-node.mjs';
import { runCheckSteps } from './check-steps.ts';
import { verdict } from './step.ts';

const started = performance.now();
process.exitCode = verdict('check', await runCheckSteps({ short: true }), started);
