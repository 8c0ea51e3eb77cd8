import { screen } from '@testing-library/react';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { aCluster } from '../../__testUtils__/fleet';
import { renderPage } from '../../__testUtils__/render';
import { aCell } from '../../__testUtils__/rollouts';
import { ClusterRolloutCard } from './ClusterRolloutCard';

function render(rolloutsApi: FakeRolloutsApi) {
  return renderPage(
    onEntityPage(<ClusterRolloutCard cluster={aCluster()} revision={0} />),
    { rolloutsApi },
  );
}

function standings(count: number): FakeRolloutsApi {
  const api = new FakeRolloutsApi();
  api.clusterRollouts = {
    items: Array.from({ length: count }, (_, index) => ({
      rollout: {
        id: `r${index}`,
        name: `r-${index}`,
        title: `Rollout ${index}`,
        lifecycle: 'running',
      },
      wave: { index: 3, name: 'staging', lifecycle: 'running' },
      cell: aCell({
        id: 'c7',
        state: 'queued',
        waiting: {
          code: 'slot.wave',
          message: 'It starts once a slot is free.',
        },
      }),
    })),
  };
  return api;
}

describe('ClusterRolloutCard', () => {
  useFixtureClock();

  it('says where the cluster stands in which rollout, and why it waits', async () => {
    const api = standings(1);
    await render(api);
    const link = await screen.findByRole('link', { name: 'Rollout 0' });
    expect(link).toHaveAttribute('href', '/eks-fleet/rollouts/r0/cells/c7');
    const item = link.closest('li')!;
    expect(item).toHaveTextContent('waiting for a slot');
    expect(item).toHaveTextContent('wave 3, staging · running');
    expect(item).toHaveTextContent('It starts once a slot is free.');
    expect(api.callsOf('getClusterRollouts')[0]).toEqual([
      'default',
      'prod-1a2b3c4d',
    ]);
  });

  it('leads to all rollouts of the cluster where there are many', async () => {
    await render(standings(5));
    await screen.findByRole('link', { name: 'Rollout 2' });
    expect(screen.queryByRole('link', { name: 'Rollout 3' })).toBeNull();
    expect(
      screen.getByRole('link', { name: 'All rollouts of this cluster' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/eks-fleet\/rollouts\?cluster=arn/),
    );
  });

  it('says that it has been part of none', async () => {
    await render(new FakeRolloutsApi());
    expect(
      await screen.findByText('It has been part of no rollout.'),
    ).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeRolloutsApi();
    api.getClusterRollouts = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The rollouts of the cluster'),
    ).toBeInTheDocument();
  });

  it.each([
    [503, /The rollouts of the cluster could not be loaded.*sleeps/],
    [403, /eks-fleet\.rollout\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakeRolloutsApi();
    api.failure = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});
