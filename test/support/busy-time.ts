/**
 * Milliseconds for which this thread has been at work: what a test of a bound on work measures. Unlike the clock
 * it stands still while other programs have the machine.
 */
export function busyTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
