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

import { checkNamespaceSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  aSpec,
  CLUSTER_KEY,
  PAYMENTS,
  someOptions,
} from '../__testUtils__/requests';
import {
  amendedSpec,
  linesOf,
  missingForPreflight,
  missingForSubmit,
  namespaceDraftOf,
  namespaceSpecOf,
  parseNamespaceDraft,
  withOnlyChoices,
} from './namespaceDraft';

const filled = () => ({
  ...parseNamespaceDraft(
    new URLSearchParams({
      owner: PAYMENTS,
      environment: 'prod',
      name: 'batch',
    }),
  ),
  sourceRepos: 'https://github.com/acme/batch\n',
});

describe('a namespace that is asked for', () => {
  it('is a spec that the check takes once it is filled in', () => {
    const draft = withOnlyChoices(filled(), someOptions());
    const checked = checkNamespaceSpec(
      JSON.parse(JSON.stringify(namespaceSpecOf(draft, CLUSTER_KEY))),
    );
    expect(checked).toEqual({
      spec: expect.objectContaining({
        name: 'batch',
        cluster: {
          accountId: '111122223333',
          region: 'eu-west-1',
          name: 'prod',
        },
        quota: expect.objectContaining({
          cpuRequests: '2',
          memoryRequests: '4Gi',
          memoryLimits: '4Gi',
          storage: '0',
          persistentVolumeClaims: 0,
        }),
      }),
    });
  });

  it('begins with what there is only one of', () => {
    const options = someOptions({ owners: [PAYMENTS], environments: ['dev'] });
    const draft = parseNamespaceDraft(new URLSearchParams());
    expect(withOnlyChoices(draft, options)).toMatchObject({
      owner: PAYMENTS,
      environment: 'dev',
      quota: { cpu: '2', memory: '4Gi' },
    });
    expect(withOnlyChoices(draft, someOptions())).toMatchObject({
      owner: '',
      environment: '',
    });
  });

  it.each(['namespace/1/2/3/4', '../../evil', 'cluster/1/eu/x'])(
    'takes no cluster %j from an address',
    cluster => {
      expect(
        parseNamespaceDraft(new URLSearchParams({ cluster })).clusterKey,
      ).toBe('');
    },
  );

  it('says what is missing, in the order of the form', () => {
    const draft = parseNamespaceDraft(new URLSearchParams());
    expect(missingForPreflight(draft, '')).toEqual([
      'owner',
      'environment',
      'name',
      'quota',
      'cluster',
    ]);
    expect(
      missingForSubmit(draft, someOptions({ ticket: 'required' })),
    ).toEqual(['reason', 'ticket']);
    expect(missingForSubmit(draft, someOptions())).toEqual(['reason']);
  });

  it('comes back the same where nothing is amended', () => {
    const spec = aSpec();
    expect(amendedSpec(spec, namespaceDraftOf(spec))).toEqual(spec);
  });

  it('keeps what the form does not show', () => {
    const spec = aSpec({ labels: { tier: 'gold' } });
    const draft = namespaceDraftOf(spec);
    const amended = amendedSpec(spec, {
      ...draft,
      quota: { ...draft.quota, memory: '4Gi', memoryLimit: '' },
      expiresOn: '',
    });
    expect(amended).toMatchObject({
      labels: { tier: 'gold' },
      quota: { memoryRequests: '4Gi', memoryLimits: '4Gi', gpus: 0 },
    });
    expect(amended.expiresOn).toBeUndefined();
  });

  it('survives whatever stands in a spec', () => {
    expect(
      namespaceDraftOf({ quota: null, access: 'x', owner: 1 } as never),
    ).toMatchObject({ owner: '', access: [], podSecurity: 'restricted' });
  });

  it('takes lines and commas apart', () => {
    expect(linesOf(' a \n\nb, c,')).toEqual(['a', 'b', 'c']);
  });
});
