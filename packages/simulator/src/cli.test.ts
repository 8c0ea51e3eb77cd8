/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  execFile,
  spawn,
  spawnSync,
  type ChildProcess,
} from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { startSimulator } from './server/startSimulator';
import type { Simulator } from './server/types';
import { describeIf } from './__testUtils__/describeIf';

const BIN = resolve(__dirname, '../bin/simulator.js');
const ANY_PORTS = [
  ...['--port', '0'],
  ...['--kubernetes-port', '0'],
  ...['--github-port', '0'],
];

/** What a shell would do without: the developer's own AWS set-up. */
function cleanEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, AWS_CONFIG_FILE: '/dev/null', ...more };
}

describe('the simulator command', () => {
  let child: ChildProcess | undefined;

  afterEach(async () => {
    if (child && child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
  });

  it('runs from the sources and prints the environment to export', async () => {
    child = spawn(process.execPath, [BIN, '--fleet', '2x3x4', ...ANY_PORTS], {
      env: cleanEnvironment({}),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout! })) {
      lines.push(line);
      if (line.includes('AWS_EC2_METADATA_DISABLED')) {
        break;
      }
    }
    expect(lines[0]).toMatch(
      /^# 24 clusters in 3 accounts; .+127\.0\.0\.1.+Git host at http/,
    );
    const url = /AWS_ENDPOINT_URL_EKS=(.+)/.exec(lines.join('\n'))![1];
    const response = await fetch(`${url}/_sim/calls`);
    expect(await response.json()).toEqual({ calls: [], peakInFlight: 0 });
    child.kill();
    const [exitCode] = await once(child, 'exit');
    expect(exitCode).toBe(0);
  }, 60_000);

  it.each([
    [['--fleet', 'huge'], "fleet must be demo or .* not 'huge'"],
    [['--port', '70000'], '--port must be a whole number from 0 to 65535'],
    [['--gitops', 'some'], "--gitops must be on or off, not 'some'"],
    [['--limits', 'some'], "--limits must be on or off, not 'some'"],
    [['--speed', '0'], 'speed must be a number above 0'],
    [
      ['--insight-enforcement', 'some'],
      "--insight-enforcement must be on or off, not 'some'",
    ],
    [['--colour', 'red'], '--colour'],
  ])(
    'refuses %j in one clear sentence',
    async (args, message) => {
      const failure = await promisify(execFile)(
        process.execPath,
        [BIN, ...ANY_PORTS, ...args],
        { env: cleanEnvironment({}) },
      ).catch(error => error);
      expect(failure.code).toBe(1);
      expect(failure.stderr).toMatch(new RegExp(`^simulator: .*${message}`));
    },
    60_000,
  );
});

/** Older ones know neither AWS_ENDPOINT_URL nor the insights of EKS. */
const awsCli = isRecent(
  spawnSync('aws', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

describeIf('AWS CLI of 1.32 or 2.15', awsCli, 'the AWS CLI', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator();
  });

  afterAll(() => simulator.stop());

  const aws = async (
    command: string,
    environment: Record<string, string> = {},
  ) => {
    const { stdout } = await promisify(execFile)(
      'aws',
      [...command.split(' '), '--output', 'json'],
      {
        env: cleanEnvironment({ ...simulator.environment(), ...environment }),
      },
    );
    return JSON.parse(stdout);
  };

  const assumed = async (accountId: string) => {
    const { Credentials } = await aws(
      `sts assume-role --role-arn arn:aws:iam::${accountId}:role/eks-fleet-reader --role-session-name cli`,
    );
    return {
      AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
      AWS_SESSION_TOKEN: Credentials.SessionToken,
    };
  };

  it('lists and describes clusters with an assumed role', async () => {
    const credentials = await assumed('222233334444');
    const { clusters } = await aws('eks list-clusters', credentials);
    expect(clusters).toContain('payments-dev');
    const { cluster } = await aws(
      'eks describe-cluster --name payments-dev',
      credentials,
    );
    expect(cluster).toMatchObject({
      arn: 'arn:aws:eks:eu-west-1:222233334444:cluster/payments-dev',
      version: '1.35',
      status: 'ACTIVE',
    });
  }, 60_000);

  it('tells what a cluster is made of with an assumed role', async () => {
    const credentials = await assumed('444455556666');
    const inFrankfurt = (command: string) =>
      aws(`${command} --region eu-central-1`, credentials);
    const of = '--cluster-name data-lake-ingest';
    const { nodegroup } = await inFrankfurt(
      `eks describe-nodegroup ${of} --nodegroup-name ingest-2024`,
    );
    expect(nodegroup).toMatchObject({ version: '1.29', status: 'ACTIVE' });
    const { insights } = await inFrankfurt(
      `eks list-insights ${of} --filter statuses=ERROR`,
    );
    expect(insights).toMatchObject([{ name: 'Kubelet version skew' }]);
    const { cluster } = await inFrankfurt(
      'eks describe-cluster --name data-lake-ingest',
    );
    const { Subnets } = await inFrankfurt(
      `ec2 describe-subnets --subnet-ids ${cluster.resourcesVpcConfig.subnetIds.join(
        ' ',
      )}`,
    );
    expect(Subnets).toHaveLength(3);
  }, 60_000);

  it('lists Regions with an assumed role', async () => {
    const credentials = await assumed('222233334444');
    const { Regions } = await aws('account list-regions', credentials);
    expect(Regions).toContainEqual({
      RegionName: 'eu-west-1',
      RegionOptStatus: 'ENABLED_BY_DEFAULT',
    });
  }, 60_000);

  it('lists the accounts of the organization', async () => {
    const { Accounts } = await aws(
      'organizations list-accounts --region us-east-1',
    );
    expect(Accounts).toHaveLength(8);
  }, 60_000);

  it('hears why a role is denied', async () => {
    await expect(assumed('555566667777')).rejects.toThrow(
      /AccessDenied.*not authorized to perform: sts:AssumeRole/,
    );
  }, 60_000);

  it('gets a token that the Kubernetes API takes', async () => {
    const credentials = await assumed('222233334444');
    const { status } = await aws(
      'eks get-token --cluster-name payments-dev',
      credentials,
    );
    expect(status.token).toMatch(/^k8s-aws-v1\./);
  }, 60_000);
});

/** From what `aws --version` says. */
function isRecent(version: string): boolean {
  const [, major, minor] = /^aws-cli\/(\d+)\.(\d+)\./.exec(version) ?? [];
  const oldest = { 1: 32, 2: 15 }[Number(major)] ?? Infinity;
  return Number(minor) >= oldest;
}
