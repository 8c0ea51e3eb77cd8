import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Entity } from '@backstage/catalog-model';
import type {
  ControlPlaneDocument,
  ControlPlaneReport,
  Target,
  TargetReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  DefaultEksFleetAwsService,
  type ClusterTransformer,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '@eks-fleet/simulator';
import knexFactory, { type Knex } from 'knex';
import { readProviderConfigs } from '../config/readProviderConfigs';
import { AccountEntityProvider } from '../providers/AccountEntityProvider';
import { EksClusterEntityProvider } from '../providers/EksClusterEntityProvider';
import type { TakenNames } from '../providers/TakenNames';
import { TargetReporter } from '../report/TargetReporter';
import { DatabaseDiscoveryStore } from '../state/DatabaseDiscoveryStore';
import { migrate } from '../state/migrate';

export interface DiscoveryOptions {
  /** A cloud that runs already; another one is started from `fleet`. */
  simulator?: Simulator;
  fleet?: SimulatorOptions['fleet'];
  limits?: SimulatorOptions['limits'];
  /** Of `catalog.providers.eksFleet.main`. */
  provider: Record<string, unknown>;
  /** The `aws` section; a reader role in every account by default. */
  aws?: JsonObject;
  client?: Knex;
  now?: () => Date;
  taken?: Map<string, string>;
  transformer?: ClusterTransformer;
}

/**
 * Discovery as it runs in a portal, on a simulated cloud and a real database,
 * with a catalog that only remembers what it was handed.
 */
export async function startDiscovery(options: DiscoveryOptions) {
  const simulator =
    options.simulator ??
    (await startSimulator({ fleet: options.fleet, limits: options.limits }));
  Object.assign(process.env, simulator.environment());

  const client = options.client ?? (await createDatabase());
  const store = new DatabaseDiscoveryStore(client);
  const config = new ConfigReader({
    aws: options.aws ?? { accountDefaults: { roleName: 'eks-fleet-reader' } },
    catalog: { providers: { eksFleet: { main: options.provider } } },
  } as JsonObject);
  const configs = readProviderConfigs(config);
  const aws = DefaultEksFleetAwsService.fromConfig(config);

  const mutations: EntityProviderMutation[] = [];
  const entities = new Map<string, Entity>();
  const reports = new Map<string, TargetReport>();
  const controlPlanes = new Map<string, ControlPlaneDocument>();
  const controlPlaneReports: Array<{
    target: string;
    observedAt: string;
    names: string[];
  }> = [];
  const controlPlaneFailures: NonNullable<ControlPlaneReport['failures']> = [];
  const connection = () =>
    ({
      async applyMutation(mutation: EntityProviderMutation) {
        mutations.push(mutation);
        apply(entities, mutation);
      },
      async refresh() {},
    } satisfies EntityProviderConnection);
  const logger = mockServices.logger.mock({ child: () => logger });
  const reporter = new TargetReporter(
    {
      async putTarget(id, report) {
        reports.set(`${id.accountId}/${id.region}`, report);
      },
      async keepTargets(_, targets) {
        for (const target of reports.keys()) {
          if (!targets.includes(target)) {
            reports.delete(target);
          }
        }
      },
      async putControlPlanes(
        { accountId, region },
        { observedAt, clusters, failures = [] },
      ) {
        const target = `${accountId}/${region}`;
        controlPlaneFailures.push(...failures);
        controlPlaneReports.push({
          target,
          observedAt,
          names: clusters.map(({ name }) => name),
        });
        for (const cluster of clusters) {
          controlPlanes.set(`${target}/${cluster.name}`, cluster);
        }
      },
    },
    logger,
  );
  const accounts = new AccountEntityProvider(configs, store);
  await accounts.connect(connection());
  const provider = new EksClusterEntityProvider({
    config: configs[0],
    aws,
    store,
    reporter,
    logger,
    taskRunner: { run: async () => {} },
    takenNames: {
      find: async refs =>
        new Map(
          [...(options.taken ?? [])].filter(([ref]) => refs.includes(ref)),
        ),
    } satisfies Pick<TakenNames, 'find'> as unknown as TakenNames,
    onScanned: () => accounts.refresh(),
    transformer: () => options.transformer,
    now: options.now,
  });
  await provider.connect(connection());

  return {
    simulator,
    client,
    config: configs[0],
    store,
    aws,
    provider,
    logger,
    mutations,
    entities,
    reports,
    controlPlanes,
    controlPlaneReports,
    controlPlaneFailures,
    clusters: () => byType(entities, 'kubernetes-cluster'),
    accounts: () => byType(entities, 'aws-account'),
    state: (target: string): Target['error'] => reports.get(target)?.error,
    calls: (operation: string) =>
      simulator
        .calls()
        .filter(call => call.operation === operation)
        .reduce((sum, call) => sum + call.count, 0),
    async stop() {
      await client.destroy();
      await simulator.stop();
    },
  };
}

export type Discovery = Awaited<ReturnType<typeof startDiscovery>>;

export async function createDatabase(): Promise<Knex> {
  const client = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await migrate(client);
  return client;
}

function byType(entities: Map<string, Entity>, type: string): Entity[] {
  return [...entities.values()].filter(entity => entity.spec?.type === type);
}

function refOf(entity: Entity): string {
  const { kind, metadata } = entity;
  return `${kind}:${metadata.namespace ?? 'default'}/${
    metadata.name
  }`.toLocaleLowerCase('en-US');
}

function apply(
  entities: Map<string, Entity>,
  mutation: EntityProviderMutation,
): void {
  if (mutation.type === 'full') {
    throw new Error('Discovery must never hand over a full mutation');
  }
  for (const { entity } of mutation.added) {
    entities.set(refOf(entity), entity);
  }
  for (const removed of mutation.removed) {
    entities.delete(
      'entityRef' in removed ? removed.entityRef : refOf(removed.entity),
    );
  }
}
