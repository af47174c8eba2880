// Answers the bench: measures a slice of calls, 64 in flight, whenever the parent asks; says what one costs.
const IN_FLIGHT = 64;

/** @param {(index: number) => Promise<unknown>} call */
export function answerSlices(call) {
  let index = 0;
  const lane = async (calls) => {
    for (let each = 0; each < calls; each += 1) {
      const mine = (index += 1);
      const result = await call(mine);
      if (result.text !== `Hello n${mine % 100_000}`)
        throw new Error(`wrong answer ${JSON.stringify(result)}`);
    }
  };
  const slice = async (calls) => {
    const before = process.cpuUsage();
    const lanes = Array.from({ length: IN_FLIGHT }, () => lane(Math.ceil(calls / IN_FLIGHT)));
    await Promise.all(lanes);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / (Math.ceil(calls / IN_FLIGHT) * IN_FLIGHT);
  };
  process.on('message', async ({ calls }) => {
    try {
      process.send({ micros: await slice(calls) });
    } catch (error) {
      process.send({ error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send({ ready: true });
}
