import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../process/free-port.ts';

/** A real Kafka (KRaft, one node) in a temporary folder. */
export interface TestKafkaServer {
  readonly url: string;
  /** As a crash: no warning. Its files stay. */
  kill(): Promise<void>;
  /** Again on the same port, with the same files. */
  start(): Promise<void>;
  /** The end: stopped, files removed. */
  remove(): Promise<void>;
}

const VERSION = '4.3.1';
const READY_MS = 60_000;

/** Starts one. @throws when Java or Maven is not there, or it is not ready within a minute */
export async function kafkaServer(): Promise<TestKafkaServer> {
  const classPath = join(jars(), '*');
  const folder = mkdtempSync(join(tmpdir(), 'microforge-kafka-'));
  const [port, controller] = [await freePort(), await freePort()];
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, settings(folder, port, controller));
  const java = ['-Xmx384m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', classPath];
  // Not an option to the program, which one in 64 would begin like.
  const id = randomBytes(16).toString('base64url').replace(/^-/, 'M');
  run('java', [...java, 'kafka.tools.StorageTool', 'format', '-t', id, '-c', properties]);
  const launch = async () => {
    const child = spawn('java', [...java, 'kafka.Kafka', properties], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
    let said = '';
    for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (said.includes('Kafka Server started')) break;
    }
    clearTimeout(timer);
    if (!said.includes('Kafka Server started')) {
      throw new Error(`Kafka did not start: ${said.slice(-2000)}`);
    }
    child.stderr.resume();
    return child;
  };
  let child = await launch();
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `kafka://127.0.0.1:${port}`,
    kill,
    start: async () => {
      child = await launch();
    },
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Else it waits until the session of its former life is over. */
const COMES_BACK_AT_ONCE = 'broker.session.timeout.ms=1000\nbroker.heartbeat.interval.ms=250\n';

const settings = (folder: string, port: number, controller: number) => `
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:${controller}
log.dirs=${join(folder, 'data')}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
${COMES_BACK_AT_ONCE}`;

/** Kafka's own artifacts, and what they need, from Maven: once for each version. */
function jars(): string {
  const folder = join(tmpdir(), `microforge-kafka-${VERSION}`);
  if (existsSync(folder)) return folder;
  const making = mkdtempSync(join(tmpdir(), 'microforge-maven-'));
  const dependency = (group: string, name: string, version: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
  mkdirSync(making, { recursive: true });
  writeFileSync(
    join(making, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
    <groupId>test</groupId><artifactId>kafka</artifactId><version>1</version><dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', VERSION)}
    ${dependency('org.slf4j', 'slf4j-simple', '1.7.36')}</dependencies></project>`,
  );
  const copy = ['dependency:copy-dependencies', '-DoutputDirectory=jars'];
  run('mvn', ['-q', '-B', '-f', join(making, 'pom.xml'), ...copy]);
  try {
    renameSync(join(making, 'jars'), folder);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  }
  rmSync(making, { recursive: true, force: true });
  return folder;
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stdout ?? ''}${stderr ?? ''}`);
}
