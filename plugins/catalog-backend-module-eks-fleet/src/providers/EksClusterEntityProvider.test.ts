import {
  startSimulator,
  type FleetSpec,
  type Simulator,
} from '@eks-fleet/simulator';
import {
  createDatabase,
  startDiscovery,
  type Discovery,
  type DiscoveryOptions,
} from '../__testUtils__/discovery';

const A = '100000000001';
const B = '100000000002';
const REGIONS = ['eu-west-1', 'us-east-1'];

describe('EksClusterEntityProvider', () => {
  const environment = { ...process.env };
  let running: Discovery[] = [];
  let now = new Date('2026-11-23T09:00:00Z');

  const start = async (options: DiscoveryOptions) => {
    const discovery = await startDiscovery({ now: () => now, ...options });
    running.push(discovery);
    return discovery;
  };
  const pass = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const names = (discovery: Discovery) =>
    discovery
      .clusters()
      .map(entity => entity.metadata.title)
      .sort();

  beforeEach(() => {
    now = new Date('2026-11-23T09:00:00Z');
  });

  afterEach(async () => {
    await Promise.all(running.map(discovery => discovery.stop()));
    running = [];
    process.env = { ...environment };
  });

  it.each([1, 99, 100, 101, 250])(
    'finds all of %d clusters of a target',
    async count => {
      const discovery = await start({
        fleet: `1x1x${count}`,
        limits: 'off',
        provider: {
          accounts: [A],
          regions: ['eu-west-1'],
          limits: { requestsPerSecond: 100_000, burst: 1000 },
        },
      });
      await discovery.provider.scan();
      expect(discovery.clusters()).toHaveLength(count);
      expect(discovery.calls('AssumeRole')).toBe(1);
      expect(discovery.reports.get(`${A}/eu-west-1`)).toMatchObject({
        clusterCount: count,
        error: undefined,
      });
    },
  );

  it('assumes each account role once, whatever the number of Regions', async () => {
    const discovery = await start({
      fleet: '3x4x2',
      provider: {
        organization: {
          accountId: '999988887777',
          excludeAccounts: ['999988887777'],
        },
        regions: ['eu-west-1', 'us-east-1', 'eu-central-1', 'ap-southeast-2'],
      },
    });
    await discovery.provider.scan();
    expect(discovery.clusters()).toHaveLength(24);
    // One for each account, and one for the organization's own.
    expect(discovery.calls('AssumeRole')).toBe(4);
    expect(discovery.accounts().map(one => one.metadata.title)).toEqual([
      'account-001',
      'account-002',
      'account-003',
    ]);
  });

  it('asks each account for its enabled Regions', async () => {
    const discovery = await start({
      fleet: '1x2x1',
      provider: { accounts: [A], regions: 'enabled' },
    });
    await discovery.provider.scan();
    expect(discovery.clusters()).toHaveLength(2);
    expect(discovery.calls('ListRegions')).toBe(1);
    const targets = await discovery.store.listTargets('main');
    expect(targets.length).toBeGreaterThan(10);
    expect(discovery.reports.get(`${A}/all`)).toMatchObject({
      error: undefined,
    });
  });

  it('keeps the Regions known before when the list of them is denied', async () => {
    const discovery = await start({
      fleet: '1x2x1',
      provider: { accounts: [A], regions: 'enabled' },
    });
    await discovery.provider.scan();
    for (const operation of ['ListRegions', 'DescribeRegions']) {
      discovery.simulator.addFault({ match: { operation }, effect: 'deny' });
    }
    pass(10);
    await discovery.provider.scan();
    expect(discovery.clusters()).toHaveLength(2);
    expect(discovery.state(`${A}/all`)).toMatchObject({ code: 'forbidden' });
    const targets = await discovery.store.listTargets('main');
    expect(targets.every(target => !target.unmanagedSince)).toBe(true);
  });

  it('falls back to ec2:DescribeRegions where account management is denied', async () => {
    const discovery = await start({
      fleet: '1x2x1',
      provider: { accounts: [A], regions: 'enabled' },
    });
    discovery.simulator.addFault({
      match: { operation: 'ListRegions' },
      effect: 'deny',
    });
    await discovery.provider.scan();
    expect(discovery.clusters()).toHaveLength(2);
    expect(discovery.calls('DescribeRegions')).toBe(1);
  });

  it('keeps the accounts known before when the organization cannot be asked', async () => {
    const discovery = await start({
      fleet: '2x1x2',
      provider: {
        organization: {
          accountId: '999988887777',
          excludeAccounts: ['999988887777'],
        },
        regions: ['eu-west-1'],
      },
    });
    await discovery.provider.scan();
    discovery.simulator.addFault({
      match: { service: 'organizations' },
      effect: 'deny',
    });
    pass(10);
    await discovery.provider.scan();
    expect(discovery.clusters()).toHaveLength(4);
    expect(discovery.state('999988887777/organization')).toMatchObject({
      code: 'forbidden',
    });
    expect(discovery.state(`${A}/eu-west-1`)).toBeUndefined();
  });

  describe('with two accounts in two Regions', () => {
    const provider = { accounts: [A, B], regions: REGIONS };
    let discovery: Discovery;
    let simulator: Simulator;

    beforeEach(async () => {
      discovery = await start({ fleet: '2x2x3', provider });
      simulator = discovery.simulator;
      await discovery.provider.scan();
      pass(10);
      discovery.mutations.length = 0;
    });

    it('hands over the same entities again when nothing changed', async () => {
      const before = JSON.stringify(discovery.clusters());
      await discovery.provider.scan();
      expect(JSON.stringify(discovery.clusters())).toBe(before);
    });

    it('brings back an entity that was deleted by hand', async () => {
      const [ref] = discovery.entities.keys();
      discovery.entities.delete(ref);
      await discovery.provider.scan();
      expect(discovery.entities.has(ref)).toBe(true);
    });

    it('keeps a cluster whose description is denied, and names it', async () => {
      simulator.addFault({
        match: {
          operation: 'DescribeCluster',
          accountId: A,
          region: 'eu-west-1',
          cluster: 'cluster-0002',
        },
        effect: 'deny',
      });
      for (let scan = 0; scan < 4; scan++) {
        await discovery.provider.scan();
        pass(10);
      }
      expect(discovery.clusters()).toHaveLength(12);
      const report = discovery.reports.get(`${A}/eu-west-1`)!;
      expect(report.error).toBeUndefined();
      expect(report.unreadable).toEqual([
        {
          name: 'cluster-0002',
          code: 'forbidden',
          reason: expect.stringMatching(/eks:DescribeCluster/),
        },
      ]);
    });

    it('keeps all of an account that is denied, and says what would mend it', async () => {
      simulator.addFault({
        match: { operation: 'AssumeRole', accountId: A },
        effect: 'deny',
      });
      // Discovery's credentials hold for an hour; a restart has none.
      const restarted = await start({
        simulator,
        provider,
        client: discovery.client,
      });
      await restarted.provider.scan();
      expect(restarted.state(`${A}/eu-west-1`)).toMatchObject({
        code: 'forbidden',
        message: expect.stringContaining(
          `arn:aws:iam::${A}:role/eks-fleet-reader cannot be assumed`,
        ),
      });
      expect(restarted.reports.get(`${A}/eu-west-1`)).toMatchObject({
        roleArn: `arn:aws:iam::${A}:role/eks-fleet-reader`,
        callerArn: expect.stringContaining('999988887777'),
        clusterCount: 3,
      });
      expect(
        restarted.mutations.flatMap(mutation =>
          mutation.type === 'delta' ? mutation.removed : [],
        ),
      ).toEqual([]);
      expect(
        await restarted.store.listClusters({ provider: 'main' }),
      ).toHaveLength(12);
      running.pop();
    });

    it('tells a role that is missing and a wrong external id in words', async () => {
      simulator.model.removeRole(A, 'eks-fleet-reader');
      const role = simulator.model.findRole(B, 'eks-fleet-reader')!;
      simulator.model.setRole(B, { ...role, externalId: 'acme' });
      const restarted = await start({
        simulator,
        provider,
        client: discovery.client,
      });
      await restarted.provider.scan();
      for (const account of [A, B]) {
        expect(restarted.state(`${account}/us-east-1`)).toMatchObject({
          code: 'forbidden',
          message: expect.stringContaining(
            'does not exist, does not trust us, or expects another external id',
          ),
        });
      }
      running.pop();
    });

    it('keeps a throttled Region and reads the others', async () => {
      simulator.addFault({
        match: { service: 'eks', accountId: A, region: 'us-east-1' },
        effect: 'throttle',
      });
      simulator.model.addCluster(B, {
        name: 'newcomer',
        region: 'us-east-1',
        version: '1.34',
      });
      await discovery.provider.scan();
      expect(discovery.state(`${A}/us-east-1`)).toMatchObject({
        code: 'throttled',
      });
      expect(names(discovery)).toContain('newcomer');
      expect(discovery.clusters()).toHaveLength(13);

      simulator.clearFaults();
      pass(10);
      await discovery.provider.scan();
      expect(discovery.state(`${A}/us-east-1`)).toBeUndefined();
    }, 60_000);

    it('lets what was asked for last be the last word', async () => {
      simulator.addFault({
        match: { operation: 'ListClusters', accountId: A, region: 'eu-west-1' },
        effect: 'deny',
        delayMs: 300,
        times: 1,
      });
      const late = discovery.provider.scan({ force: true });
      const target = `${A}/eu-west-1`;
      await discovery.provider.scanTargets(new Set([target]));
      await late;
      expect(discovery.state(target)).toBeUndefined();
      expect((await discovery.store.listTargets('main'))[0].error).toBe(
        undefined,
      );
    });

    it('says that a Region is not enabled', async () => {
      simulator.model.setRegion(A, 'eu-west-1', 'DISABLED');
      await discovery.provider.scan();
      expect(discovery.state(`${A}/eu-west-1`)?.code).toBe('disabled');
      expect(discovery.clusters()).toHaveLength(12);
    });

    it('tries what the organization forbids only once a day', async () => {
      simulator.model.setOrganizationDenies(A, [
        { actions: ['eks:*'], regions: ['us-east-1'] },
      ]);
      await discovery.provider.scan();
      expect(discovery.state(`${A}/us-east-1`)?.code).toBe('notAllowed');
      const asked = () =>
        simulator
          .calls()
          .filter(
            call =>
              call.operation === 'ListClusters' &&
              call.accountId === A &&
              call.region === 'us-east-1',
          )
          .reduce((sum, call) => sum + call.count, 0);
      const before = asked();
      pass(60);
      await discovery.provider.scan();
      expect(asked()).toBe(before);
      pass(24 * 60);
      await discovery.provider.scan();
      expect(asked()).toBe(before + 1);
    });

    it('survives a connection that breaks', async () => {
      simulator.addFault({
        match: { operation: 'DescribeCluster', accountId: A },
        effect: 'reset',
        times: 3,
        at: 'body',
      });
      await discovery.provider.scan();
      expect(discovery.state(`${A}/eu-west-1`)).toBeUndefined();
    });

    it('removes a cluster that is really gone after two scans, not before', async () => {
      const [first] = simulator.model.clusters({
        accountId: A,
        region: 'eu-west-1',
      });
      simulator.model.removeCluster(A, 'eu-west-1', first.name);
      await discovery.provider.scan();
      expect(discovery.clusters()).toHaveLength(12);
      pass(10);
      await discovery.provider.scan();
      expect(discovery.clusters()).toHaveLength(11);
      expect(
        discovery
          .clusters()
          .map(e => e.metadata.annotations?.['amazonaws.com/arn']),
      ).not.toContain(first.arn);
    });

    it('removes nothing when the list is short but the cluster answers by name', async () => {
      // Absent from the list only: the records say that it was there.
      await discovery.store.upsertCluster(
        'main',
        { partition: 'aws', accountId: A, region: 'eu-west-1' },
        {
          arn: `arn:aws:eks:eu-west-1:${A}:cluster/ghost`,
          clusterName: 'ghost',
          entityRef: 'resource:default/ghost-00000000',
        },
        now.toISOString(),
      );
      simulator.addFault({
        match: { operation: 'DescribeCluster', cluster: 'ghost' },
        effect: 'deny',
      });
      for (let scan = 0; scan < 3; scan++) {
        await discovery.provider.scan();
        pass(10);
      }
      // Neither proven absent nor proven present: the target as a whole failed.
      expect(discovery.state(`${A}/eu-west-1`)?.code).toBe('forbidden');
      expect(
        await discovery.store.getCluster(
          `arn:aws:eks:eu-west-1:${A}:cluster/ghost`,
        ),
      ).toMatchObject({ missedScans: 0 });
    });

    it('takes a cluster made again under the same ARN for another one', async () => {
      const [first] = simulator.model.clusters({
        accountId: A,
        region: 'eu-west-1',
      });
      const before = await discovery.store.getCluster(first.arn);
      simulator.model.removeCluster(A, 'eu-west-1', first.name);
      simulator.model.addCluster(A, {
        name: first.name,
        region: 'eu-west-1',
        version: '1.35',
        createdAt: '2026-11-23T09:05:00Z',
      });
      await discovery.provider.scan();
      const after = await discovery.store.getCluster(first.arn);
      expect(after?.entityRef).toBe(before?.entityRef);
      expect(after?.firstSeenAt).not.toBe(before?.firstSeenAt);
      expect(
        discovery.entities.get(after!.entityRef)?.metadata.annotations,
      ).toMatchObject({
        'eks-fleet.io/created-at': '2026-11-23T09:05:00.000Z',
        'eks-fleet.io/kubernetes-version': '1.35',
      });
    });

    it('keeps the clusters of an account that left the scope for a week', async () => {
      const smaller = await start({
        simulator,
        client: discovery.client,
        provider: { ...provider, accounts: [A] },
      });
      await smaller.provider.scan();
      expect(smaller.reports.get(`${B}/eu-west-1`)).toMatchObject({
        unmanagedSince: now.toISOString(),
        removeAt: new Date(now.getTime() + 7 * 86_400_000).toISOString(),
      });
      const removed = () =>
        smaller.mutations.flatMap(mutation =>
          mutation.type === 'delta' ? mutation.removed : [],
        );
      pass(6 * 24 * 60);
      await smaller.provider.scan();
      expect(removed()).toEqual([]);
      pass(25 * 60);
      await smaller.provider.scan();
      // Six clusters, and the account that now holds none.
      expect(removed()).toHaveLength(7);
      expect([...smaller.reports.keys()]).not.toContain(`${B}/eu-west-1`);
      running.pop();
    });

    it('forgives an account that comes back into the scope', async () => {
      const smaller = await start({
        simulator,
        client: discovery.client,
        provider: { ...provider, accounts: [A] },
      });
      await smaller.provider.scan();
      running.pop();
      await discovery.provider.scan();
      expect(discovery.reports.get(`${B}/eu-west-1`)?.unmanagedSince).toBe(
        undefined,
      );
      pass(30 * 24 * 60);
      await discovery.provider.scan();
      expect(discovery.clusters()).toHaveLength(12);
    });

    it('says that a name is taken by another source', async () => {
      const [ref] = discovery.entities.keys();
      const restarted = await start({
        simulator,
        client: discovery.client,
        provider,
        taken: new Map([[ref, 'url:https://example.com/catalog-info.yaml']]),
      });
      const rejects = () =>
        [...restarted.reports.values()].flatMap(report => report.rejects ?? []);
      await restarted.provider.scan();
      expect(rejects()).toHaveLength(1);
      expect(rejects()[0].reason).toContain(
        'from url:https://example.com/catalog-info.yaml; remove that one',
      );

      // The same where the scan that finds the cluster is its first.
      const arns = await restarted.store.listClusters({ provider: 'main' });
      await restarted.store.removeClusters(arns.map(({ arn }) => arn));
      await restarted.provider.scan({ force: true });
      expect(rejects()).toHaveLength(1);
      running.pop();
    });

    it('leaves a target alone that another replica works on', async () => {
      const target = {
        partition: 'aws',
        accountId: A,
        region: 'eu-west-1',
      } as const;
      const time = now.getTime();
      const record = (await discovery.store.getTarget(target))!;
      await discovery.store.claimTarget(record, 'other', time, time + 60_000);
      simulator.resetCalls();
      await discovery.provider.scan();
      const asked = simulator
        .calls()
        .some(call => call.accountId === A && call.region === 'eu-west-1');
      expect(asked).toBe(false);
      expect(discovery.clusters()).toHaveLength(12);
    });

    it('writes one line for a scan, however much fails', async () => {
      simulator.addFault({ match: { service: 'eks' }, effect: 'deny' });
      (discovery.logger.warn as jest.Mock).mockClear();
      await discovery.provider.scan();
      expect(discovery.logger.warn).toHaveBeenCalledTimes(1);
      expect(discovery.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('4 failing'),
      );
    });
  });

  it('reads the list anew when its page token expired', async () => {
    const discovery = await start({
      fleet: '1x1x150',
      limits: 'off',
      provider: {
        accounts: [A],
        regions: ['eu-west-1'],
        limits: { requestsPerSecond: 100_000, burst: 1000 },
      },
    });
    discovery.simulator.addFault({
      match: { operation: 'ListClusters' },
      effect: 'expireToken',
      times: 1,
    });
    await discovery.provider.scan();
    expect(discovery.clusters()).toHaveLength(150);
    expect(discovery.state(`${A}/eu-west-1`)).toBeUndefined();
  });

  it('holds many removals at once until somebody accepts them', async () => {
    const discovery = await start({
      fleet: '1x1x40',
      limits: 'off',
      provider: {
        accounts: [A],
        regions: ['eu-west-1'],
        limits: { requestsPerSecond: 100_000, burst: 1000 },
      },
    });
    await discovery.provider.scan();
    const gone = discovery.simulator.model.clusters().slice(0, 24);
    for (const { name } of gone) {
      discovery.simulator.model.removeCluster(A, 'eu-west-1', name);
    }
    for (let scan = 0; scan < 4; scan++) {
      pass(10);
      await discovery.provider.scan();
    }
    expect(discovery.clusters()).toHaveLength(40);
    const held = discovery.reports.get(`${A}/eu-west-1`)?.heldRemovals ?? [];
    expect(held).toHaveLength(24);

    await discovery.provider.acceptRemovals(
      held.slice(0, 20).map(({ arn }) => arn),
    );
    expect(discovery.clusters()).toHaveLength(20);
    pass(10);
    await discovery.provider.scan();
    // The four that are left are no longer many.
    expect(discovery.clusters()).toHaveLength(16);
  });

  it('takes a cluster deleted between list and description for neither', async () => {
    const discovery = await start({
      fleet: '1x1x3',
      provider: { accounts: [A], regions: ['eu-west-1'] },
    });
    const [first] = discovery.simulator.model.clusters();
    discovery.simulator.addFault({
      match: { operation: 'DescribeCluster', cluster: first.name },
      effect: 'delay',
      delayMs: 50,
      times: 1,
    });
    const scan = discovery.provider.scan();
    discovery.simulator.model.removeCluster(A, 'eu-west-1', first.name);
    await scan;
    expect(discovery.state(`${A}/eu-west-1`)).toBeUndefined();
  });

  it('refuses the answers of another account', async () => {
    const discovery = await start({
      fleet: '1x1x0',
      provider: { accounts: [A], regions: ['eu-west-1'] },
    });
    await discovery.store.setTargets(
      'main',
      [{ partition: 'aws', accountId: A, region: 'eu-west-1' }],
      now.toISOString(),
    );
    await discovery.store.upsertCluster(
      'main',
      { partition: 'aws', accountId: A, region: 'eu-west-1' },
      {
        arn: `arn:aws:eks:eu-west-1:${A}:cluster/kept`,
        clusterName: 'kept',
        entityRef: 'resource:default/kept-00000000',
      },
      now.toISOString(),
    );
    // The account's configured keys are really of the management account.
    const wrong = await startWithStaticKeys(discovery);
    await wrong.provider.scan();
    expect(wrong.state(`${A}/eu-west-1`)).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(`${A} are of account 999988887777`),
    });
    running.pop();
  });

  async function startWithStaticKeys(other: Discovery): Promise<Discovery> {
    return start({
      simulator: other.simulator,
      client: other.client,
      provider: { accounts: [A], regions: ['eu-west-1'] },
      aws: {
        accounts: [
          {
            accountId: A,
            accessKeyId: other.simulator.environment().AWS_ACCESS_KEY_ID,
            secretAccessKey:
              other.simulator.environment().AWS_SECRET_ACCESS_KEY,
          },
        ],
      },
    });
  }

  it('rejects by name what the catalog would not take, and keeps the rest', async () => {
    const discovery = await start({
      fleet: '1x1x3',
      provider: { accounts: [A], regions: ['eu-west-1'] },
      transformer: (entity, cluster) => {
        if (cluster.name === 'cluster-0001') {
          entity.metadata.labels = { broken: 'not a label value!' };
        }
        if (cluster.name === 'cluster-0002') {
          throw new Error('cannot cope');
        }
        return {
          ...entity,
          metadata: {
            ...entity.metadata,
            name: 'stolen',
            annotations: {
              'kubernetes.io/aws-assume-role': 'arn:aws:iam::1:role/x',
              'acme.example/tier': 'gold',
            },
          },
        };
      },
    });
    await discovery.provider.scan();
    expect(names(discovery)).toEqual(['cluster-0003']);
    const [entity] = discovery.clusters();
    expect(entity.metadata.name).toMatch(/^cluster-0003-[0-9a-f]{8}$/);
    expect(entity.metadata.annotations).toMatchObject({
      'acme.example/tier': 'gold',
      'amazonaws.com/account-id': A,
    });
    expect(entity.metadata.annotations).not.toHaveProperty([
      'kubernetes.io/aws-assume-role',
    ]);
    expect(discovery.reports.get(`${A}/eu-west-1`)?.rejects).toEqual([
      expect.objectContaining({ name: 'cluster-0001' }),
      { name: 'cluster-0002', reason: 'cannot cope' },
    ]);
  });

  it('follows organizational units downwards and skips accounts that are closed', async () => {
    const fleet = organizationFleet();
    const simulator = await startSimulator({ fleet });
    const discovery = await start({
      simulator,
      provider: {
        organization: {
          accountId: '999988887777',
          organizationalUnits: ['ou-acme-workloads1'],
        },
        regions: ['eu-west-1'],
      },
    });
    await discovery.provider.scan();
    const targets = await discovery.store.listTargets('main');
    expect(targets.map(target => target.accountId)).toEqual([A]);
    simulator.model.setAccountState(A, 'SUSPENDED');
    pass(10);
    await discovery.provider.scan();
    expect(discovery.reports.get(`${A}/eu-west-1`)).toMatchObject({
      unmanagedSince: now.toISOString(),
    });
    expect(names(discovery)).toEqual(['one']);
  });

  it('loses nothing in a restart while an account is down', async () => {
    const client = await createDatabase();
    const first = await start({
      fleet: '2x1x2',
      client,
      provider: { accounts: [A, B], regions: ['eu-west-1'] },
    });
    await first.provider.scan();
    first.simulator.addFault({ match: { accountId: A }, effect: 'reset' });
    const second = await start({
      simulator: first.simulator,
      client,
      provider: { accounts: [A, B], regions: ['eu-west-1'] },
    });
    for (let scan = 0; scan < 3; scan++) {
      pass(10);
      await second.provider.scan();
    }
    expect(second.state(`${A}/eu-west-1`)).toMatchObject({
      code: 'unreachable',
    });
    expect(
      second.mutations.every(
        mutation => mutation.type === 'delta' && mutation.removed.length === 0,
      ),
    ).toBe(true);
    expect(await second.store.listClusters({ provider: 'main' })).toHaveLength(
      4,
    );
    running.pop();
  }, 60_000);
});

function organizationFleet(): FleetSpec {
  const reader = {
    name: 'eks-fleet-reader',
    trusts: ['arn:aws:iam::999988887777:role/backstage'],
    allow: ['*'],
  };
  return {
    credentials: [
      {
        accessKeyId: 'AKIASIMULATOR0000001',
        secretAccessKey: 'secret',
        accountId: '999988887777',
        roleName: 'backstage',
      },
    ],
    organizations: [
      {
        id: 'o-acme000001',
        rootId: 'r-acme',
        managementAccountId: '999988887777',
        organizationalUnits: [
          { id: 'ou-acme-workloads1', name: 'Workloads', parentId: 'r-acme' },
          {
            id: 'ou-acme-nonprod01',
            name: 'Non-production',
            parentId: 'ou-acme-workloads1',
          },
        ],
      },
    ],
    accounts: [
      {
        id: '999988887777',
        name: 'management',
        parentId: 'r-acme',
        roles: [reader, { name: 'backstage', trusts: [], allow: ['*'] }],
      },
      {
        id: A,
        name: 'dev',
        parentId: 'ou-acme-nonprod01',
        roles: [reader],
        clusters: [{ name: 'one', region: 'eu-west-1', version: '1.34' }],
      },
      {
        id: B,
        name: 'closed',
        parentId: 'ou-acme-workloads1',
        state: 'SUSPENDED',
        roles: [reader],
      },
    ],
  };
}
