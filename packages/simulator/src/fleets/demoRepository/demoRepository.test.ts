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

import { parseDocument } from 'yaml';
import { desiredOf } from '../../argocd/clusters/eksCalls';
import { readPlan } from '../../argocd/clusters/plans/readPlan';
import type { GitopsSpec } from '../../argocd/types';
import { CloudModel } from '../../model';
import { ManualClock } from '../../clock';
import { fleetOf } from '..';
import { withGitops } from '../scaledGitops';
import { withClusterFiles } from './withClusterFiles';

const NOW = new Date('2026-11-26T09:00:00Z');

function repositoryOf(name: string, change = withGitops) {
  const named = fleetOf(name, 1, NOW);
  const spec = named.gitops ? named : change(named);
  const model = CloudModel.fromSpec(spec, new ManualClock(NOW));
  const gitops = spec.gitops!;
  const { files } = withClusterFiles(spec.github!, gitops, model)
    .repositories[0];
  return { model, gitops, files };
}

const clusterAt = (
  model: CloudModel,
  { accountId, region, name }: GitopsSpec['clusters'][number],
) => model.findCluster(accountId, region, name)!;

describe('the fleet repository of the demo', () => {
  const { model, gitops, files } = repositoryOf('demo');

  it('describes most clusters, some for Terraform and some for kro', () => {
    const by = (provisioner: string) =>
      gitops.clusters.filter(cluster => cluster.provisioner === provisioner)
        .length;
    expect([by('kro'), by('terraform')]).toEqual([27, 23]);
    expect(new Set(gitops.clusters.map(({ path }) => path)).size).toBe(50);
  });

  it('says of each cluster what is there', () => {
    for (const spec of gitops.clusters) {
      const cluster = clusterAt(model, spec);
      expect(desiredOf(readPlan(files[spec.path], spec.path, spec))).toEqual({
        version: cluster.version,
        addons: Object.fromEntries(
          cluster.addons.map(({ name, version }) => [name, version]),
        ),
        nodegroups: Object.fromEntries(
          cluster.nodegroups.map(({ name, version, releaseVersion }) => [
            name,
            { version, releaseVersion },
          ]),
        ),
      });
    }
  });

  it('has one cluster still as it was before somebody changed it by hand', () => {
    const spec = gitops.clusters.find(
      ({ name }) => name === 'identity-us-staging',
    )!;
    const cluster = clusterAt(model, spec);
    const file = JSON.parse(files[spec.path]);
    expect([
      file.endpoint_public_access,
      file.eks_managed_node_groups.general.max_size,
      file.tags['opened-for'],
    ]).toEqual([false, 10, undefined]);
    expect([
      cluster.endpointPublicAccess,
      cluster.nodegroups.find(({ name }) => name === 'general')?.maxSize,
      cluster.tags['opened-for'],
    ]).toEqual([true, 16, 'the night shift of 28 November']);
  });

  it('has YAML with comments and quotes that an edit must keep', () => {
    const file =
      files['clusters/prod/444455556666/eu-west-1/search-eu/cluster.yaml'];
    expect(parseDocument(file).errors).toEqual([]);
    expect(file).toContain("k8sVersion: '1.34' # keep the quotes\n");
    expect(file).toMatch(/^# search-eu: ask search before/);
  });

  it('comes with a README and owners', () => {
    expect(files['README.md']).toMatch(/clusters, 50 of them/);
    expect(files['.github/CODEOWNERS']).toContain('/clusters/prod/');
  });

  it('has its hub where Argo CD runs', () => {
    const hub = model.findCluster(
      gitops.hub!.accountId,
      gitops.hub!.region,
      gitops.hub!.name,
    )!;
    expect(hub.capabilities).toMatchObject([{ type: 'ARGOCD' }]);
  });
});

describe('the fleet repository of a scaled fleet', () => {
  it('describes every cluster for Terraform', () => {
    const { gitops, files } = repositoryOf('2x2x3');
    expect(gitops.clusters).toHaveLength(12);
    expect(gitops.clusters.every(({ path }) => path in files)).toBe(true);
    expect(gitops.hub).toMatchObject({ name: 'cluster-0001' });
  });
});
