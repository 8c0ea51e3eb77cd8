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
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { Alertmanager } from '../alertmanager/Alertmanager';
import {
  ALERTMANAGER_PREFIX,
  answerAlertmanager,
} from '../alertmanager/answerAlertmanager';
import { CredentialStore } from '../aws/CredentialStore';
import { PageTokens } from '../aws/PageTokens';
import { RateLimiter } from '../aws/rateLimits';
import { Argocd } from '../argocd/Argocd';
import { ArgocdControl } from '../argocd/ArgocdControl';
import { OffsetClock } from '../clock';
import { fleetOf } from '../fleets';
import { withClusterFiles } from '../fleets/demoRepository/withClusterFiles';
import { withGitops } from '../fleets/scaledGitops';
import { GithubControl } from '../github/GithubControl';
import { GithubHost } from '../github/GithubHost';
import { GithubServer } from '../github/GithubServer';
import type { GithubSpec } from '../github/types';
import { startKubernetesServer } from '../kubernetes/startKubernetesServer';
import { CloudModel } from '../model';
import { PARTITIONS } from '../model/partitions';
import type { Cluster, FleetSpec } from '../model/types';
import {
  POLICY_REPORTER_PREFIX,
  answerPolicyReporter,
} from '../policyReporter/answerPolicyReporter';
import { seededRandom } from '../model/random';
import { startEndOfSupport } from '../services/eks/upgrades/endOfSupport';
import { AwsFrontDoor } from './AwsFrontDoor';
import { CallLog } from './CallLog';
import { CONTROL_PREFIX, answerControl } from './control';
import { deliver } from './deliver';
import { Faults } from './faults';
import { close, listen } from './listen';
import { readRequest } from './readRequest';
import type { Simulator, SimulatorOptions } from './types';
import { upgradeCluster } from './upgradeCluster';

/**
 * Starts a cloud on loopback.
 *
 * @public
 */
export async function startSimulator(
  options: SimulatorOptions = {},
): Promise<Simulator> {
  const {
    fleet = 'demo',
    host = '127.0.0.1',
    port = 0,
    kubernetesPort = 0,
    githubPort = 0,
    latencyMs = 0,
    seed = 1,
    limits = 'on',
    oidcIssuers = 'aws',
    clock = new OffsetClock(),
    settings,
    gitops = 'off',
  } = options;
  const named = fleetOf(fleet, seed, clock.now());
  const spec = gitops === 'on' && !named.gitops ? withGitops(named) : named;
  const faults = new Faults(seededRandom(seed));
  const model = CloudModel.fromSpec(spec, clock, {
    settings: { ...spec.settings, ...settings },
    updateFaults: subject => faults.take(subject, 'update'),
  });
  startEndOfSupport({ model, clock });
  const credentials = CredentialStore.create(spec.credentials, model);
  for (const fault of spec.standingFaults ?? []) {
    faults.add(fault, { standing: true });
  }
  const calls = new CallLog();
  let argocd: Argocd | undefined;
  const kubernetes = await startKubernetesServer({
    host,
    port: kubernetesPort,
    model,
    clock,
    credentials,
    faults,
    calls,
    oidcIssuers,
    guestOf: async cluster => argocd?.guestOf(cluster),
    other: (message, response) => {
      const [path, query = ''] = (message.url ?? '').split('?');
      if (!path.startsWith(POLICY_REPORTER_PREFIX)) {
        return false;
      }
      const { method = 'GET', headers } = message;
      const { authorization } = headers;
      answerPolicyReporter(
        { method, path, query, authorization },
        { model, clock, faults, calls },
      )
        .then(delivery => deliver(response, delivery))
        .catch(() => response.destroy());
      return true;
    },
  });
  const alertmanager = new Alertmanager(clock, spec.alerts);
  const githubHost = GithubHost.fromSpec(githubOf(spec, model), clock);
  const pageTokens = PageTokens.create(clock);
  const frontDoor = AwsFrontDoor.create({
    model,
    clock,
    credentials,
    pageTokens,
    kubernetes,
    faults,
    calls,
    rateLimiter: limits === 'on' ? new RateLimiter() : undefined,
    latencyMs,
  });

  const server = createServer();
  let url: string;
  let githubServer: GithubServer | undefined;
  try {
    githubServer = await GithubServer.start({
      host: githubHost,
      address: host,
      port: githubPort,
      faults,
      calls,
      contentLimits: limits === 'on',
    });
    argocd =
      spec.gitops &&
      Argocd.create(spec.gitops, {
        host: githubHost,
        links: githubServer.links,
        eks: { model, clock, credentials, pageTokens, kubernetes, calls },
      });
    url = `http://${host}:${await listen(server, { host, port })}`;
  } catch (error) {
    await Promise.all([kubernetes.stop(), githubServer?.stop()]);
    throw error;
  }

  const simulator: Simulator = {
    url,
    alertmanagerUrl: `${url}/alertmanager`,
    kubernetesUrl: kubernetes.url,
    kubernetesCertificateAuthority: kubernetes.certificateAuthority,
    github: new GithubControl(githubServer, githubHost),
    argocd: new ArgocdControl(argocd?.controller),
    model,
    clock,
    environment: () => {
      const [base] = spec.credentials;
      const { partition } = model.account(base.accountId);
      const { homeRegion } = PARTITIONS[partition];
      const region = partition === 'aws' ? 'eu-west-1' : homeRegion;
      return {
        AWS_ENDPOINT_URL_EKS: url,
        AWS_ENDPOINT_URL_STS: url,
        AWS_ENDPOINT_URL_ORGANIZATIONS: url,
        AWS_ENDPOINT_URL_ACCOUNT: url,
        AWS_ENDPOINT_URL_EC2: url,
        AWS_ENDPOINT_URL_CLOUDWATCH: url,
        AWS_ENDPOINT_URL_ARC_ZONAL_SHIFT: url,
        AWS_ENDPOINT_URL_SECURITYHUB: url,
        AWS_ACCESS_KEY_ID: base.accessKeyId,
        AWS_SECRET_ACCESS_KEY: base.secretAccessKey,
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_EC2_METADATA_DISABLED: 'true',
      };
    },
    calls: () => calls.counts(),
    resetCalls: () => calls.reset(),
    peakInFlight: () => calls.peakInFlight(),
    serviceAccountToken: async (clusterArn, request) =>
      kubernetes.tokens.issue(clusterOf(model, clusterArn), request),
    policyReporterUrl: (clusterArn, { tls = false } = {}) => {
      const { id } = clusterOf(model, clusterArn);
      return `${tls ? kubernetes.url : url}${POLICY_REPORTER_PREFIX}${id}`;
    },
    addFault: fault => faults.add(fault),
    clearFaults: clearing => {
      faults.clear(clearing);
      model.runs.release();
    },
    upgradeCluster: upgrade => upgradeCluster({ model, clock }, upgrade),
    stop: async () => {
      await Promise.all([
        close(server),
        kubernetes.stop(),
        githubServer.stop(),
      ]);
    },
  };
  const answer = async (
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const request = await readRequest(message);
    if (!request) {
      response.writeHead(413).end();
    } else if (request.path.startsWith(CONTROL_PREFIX)) {
      deliver(response, await answerControl(request, simulator));
    } else if (request.path.startsWith(ALERTMANAGER_PREFIX)) {
      deliver(response, answerAlertmanager(request, alertmanager));
    } else if (request.path.startsWith(POLICY_REPORTER_PREFIX)) {
      const { authorization } = request.headers;
      deliver(
        response,
        await answerPolicyReporter(
          { ...request, authorization },
          { model, clock, faults, calls },
        ),
      );
    } else {
      deliver(response, await frontDoor.visit(request));
    }
  };

  server.on('request', (message, response) => {
    // An SDK sets its clock by it: the time by which signatures are looked at.
    response.setHeader('Date', new Date().toUTCString());
    answer(message, response).catch(() => response.destroy());
  });
  return simulator;
}

function clusterOf(model: CloudModel, clusterArn: string): Cluster {
  const cluster = model.clusters().find(({ arn }) => arn === clusterArn);
  if (!cluster) {
    throw new Error(`There is no cluster ${clusterArn}`);
  }
  return cluster;
}

const NO_REPOSITORIES: GithubSpec = { users: [], tokens: [], repositories: [] };

function githubOf(
  { github = NO_REPOSITORIES, gitops }: FleetSpec,
  model: CloudModel,
): GithubSpec {
  return gitops ? withClusterFiles(github, gitops, model) : github;
}
