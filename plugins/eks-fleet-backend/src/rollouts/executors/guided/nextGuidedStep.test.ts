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

import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { hop, NOW } from '../gitops/__testUtils__/hops';
import type { EksLook } from '../eks/types';
import { nextGuidedStep } from './nextGuidedStep';
import { guidedOf } from './memory';
import type { GuidedLook } from './types';

const AT = NOW.toISOString();
const BEFORE = '2026-11-25T11:00:00.000Z';
const said = { by: 'user:default/pat', at: BEFORE };

const work = (more: Partial<TrackWork> = {}): TrackWork =>
  hop({ direction: 'back', from: '1.34', to: '1.33', confirmed: {}, ...more });
const eks = (version: string): EksLook => ({
  kind: 'seen',
  version,
  status: 'ACTIVE',
  updateIds: [],
  updates: [],
  usualSeconds: 900,
});
const application = (automated: boolean) => ({
  namespace: 'argocd',
  name: 'orders',
  url: 'https://argocd.example.com/applications/argocd/orders',
  automated,
});
const look = (more: Partial<GuidedLook> = {}): GuidedLook => ({
  kind: 'guided',
  place: {
    provisioner: 'Terraform',
    path: 'live/orders.tfvars.json',
    url: 'https://github.com/acme/fleet/blob/main/live/orders.tfvars.json',
  },
  eks: eks('1.34'),
  applications: [],
  ...more,
});
const back = { eks: eks('1.33') };
const edited = { ...back, wanted: { version: '1.33', nodegroups: [] } };

describe('nextGuidedStep', () => {
  it.each<[string, Partial<TrackWork>, Partial<GuidedLook>, boolean, object]>([
    [
      'asks people to stop what reconciles it, first of all',
      {},
      {},
      true,
      {
        kind: 'wait',
        waiting: {
          code: 'rollback.step',
          message:
            'Keep Terraform from taking orders to 1.34 again: stop whatever applies live/orders.tfvars.json, such as its pipeline or its application in Argo CD',
        },
      },
    ],
    [
      'names the application that has to stop',
      {},
      { applications: [application(true)] },
      true,
      {
        waiting: {
          message: expect.stringContaining(
            'turn off automated sync of its application orders in Argo CD',
          ),
        },
      },
    ],
    [
      'asks EKS once its application does not sync any more',
      {},
      { applications: [application(false)] },
      true,
      { kind: 'act', action: 'updateClusterVersion' },
    ],
    [
      'asks EKS once somebody said that nothing reconciles it',
      { confirmed: { suspend: said } },
      {},
      true,
      { kind: 'act', action: 'updateClusterVersion' },
    ],
    [
      'has people take it back where the portal may not call EKS',
      { confirmed: { suspend: said } },
      {},
      false,
      {
        kind: 'wait',
        waiting: {
          who: [{ kind: 'system', name: 'whoever may call EKS' }],
          message:
            'Take back its control plane, with a role that may; the portal follows it in EKS',
        },
      },
    ],
    [
      'stands again where it is reconciled again before it was taken back',
      { memory: { guided: { seen: { suspend: BEFORE } } } },
      { applications: [application(true)] },
      true,
      { kind: 'wait', waiting: { code: 'rollback.step' } },
    ],
    [
      'still has people stop what reconciles it where EKS is back before that',
      {},
      { ...back, wanted: { version: '1.34', nodegroups: [] } },
      true,
      {
        waiting: {
          message: expect.stringContaining('Keep Terraform'),
        },
      },
    ],
    [
      'wants Git changed after EKS is back',
      { confirmed: { suspend: said } },
      { ...back, wanted: { version: '1.34', nodegroups: [] } },
      true,
      {
        waiting: {
          message:
            'Have live/orders.tfvars.json say 1.33, and see it merged; else Terraform takes it to 1.34 again',
        },
      },
    ],
    [
      'wants its nodes changed in Git as well',
      { confirmed: { suspend: said } },
      { ...back, wanted: { version: '1.33', nodegroups: ['1.33', '1.34'] } },
      true,
      { waiting: { message: expect.stringContaining('see it merged') } },
    ],
    [
      'says that Git cannot be read',
      { confirmed: { suspend: said } },
      { ...back, gitError: 'Git cannot be read: down' },
      true,
      { waiting: { message: expect.stringMatching(/again\. Git cannot be/) } },
    ],
    [
      'wants it reconciled again once Git says so',
      { confirmed: { suspend: said } },
      { ...edited, applications: [application(false)] },
      true,
      {
        waiting: {
          message: expect.stringContaining(
            'Turn automated sync of orders on again',
          ),
        },
      },
    ],
    [
      'is done once its application syncs again',
      { confirmed: { suspend: said } },
      { ...edited, applications: [application(true)] },
      true,
      { kind: 'succeeded', now: '1.33' },
    ],
    [
      'is done once somebody said that it is reconciled again',
      { confirmed: { suspend: said, resume: said } },
      edited,
      false,
      { kind: 'succeeded', now: '1.33' },
    ],
    [
      'goes on from nodes that are back to the control plane at once',
      { kind: 'nodegroup', name: 'system', confirmed: { suspend: said } },
      back,
      true,
      {
        kind: 'succeeded',
        message: 'orders: the node group system is back at 1.33',
      },
    ],
    [
      'skips a cluster that is gone',
      {},
      { eks: { kind: 'gone', message: 'EKS has no cluster orders any more' } },
      true,
      { kind: 'vanished' },
    ],
  ])('%s', (_what, more, seen, callsEks, expected) => {
    expect(nextGuidedStep(work(more), look(seen), NOW, callsEks)).toMatchObject(
      expected,
    );
  });

  it('remembers when each step was first seen done', () => {
    const first = nextGuidedStep(
      work(),
      look({ applications: [application(false)] }),
      NOW,
      true,
    );
    const memory = { ...('notes' in first && first.notes?.memory) };
    expect(guidedOf(memory)).toEqual({
      seen: { suspend: AT },
      applications: [
        {
          namespace: 'argocd',
          name: 'orders',
          url: 'https://argocd.example.com/applications/argocd/orders',
        },
      ],
    });
    const later = nextGuidedStep(
      work({ memory }),
      look({ ...edited, applications: [application(true)] }),
      new Date('2026-11-25T13:00:00Z'),
      true,
    );
    expect(
      guidedOf({ ...('notes' in later && later.notes?.memory) }).seen,
    ).toEqual({
      suspend: AT,
      rollBack: '2026-11-25T13:00:00.000Z',
      edit: '2026-11-25T13:00:00.000Z',
      resume: '2026-11-25T13:00:00.000Z',
    });
  });
});
