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
  startEks,
  TRACKS,
  type StartedEks,
} from '../eks/__testUtils__/startEks';
import { RollbackGuide } from './RollbackGuide';
import type { GuidedLook } from './types';

jest.setTimeout(60_000);

const place = {
  provisioner: 'Terraform',
  path: 'live/alpha.tfvars.json',
  url: 'https://git.example.com/live/alpha.tfvars.json',
};
const guide = new RollbackGuide({
  guide: { placeOf: () => place },
  callsEks: true,
});

describe('the guided way back, through the engine', () => {
  let eks: StartedEks;
  let applications: GuidedLook['applications'];
  let wanted: string;

  beforeEach(async () => {
    wanted = '1.34';
    eks = await startEks({
      tracks: [TRACKS.controlPlane, { ...TRACKS.nodes, order: [2] }],
      guide: {
        look: async () => ({
          place,
          applications,
          wanted: { version: wanted, nodegroups: [wanted] },
        }),
      },
    });
    await eks.until(({ state }) => state === 'succeeded', 150);
    await eks.act('jane', { act: 'rollBack', reason: 'it is slow' });
    const secondPerson = (await eks.cell()).clusters[0].backAsked!.id;
    await eks.act('omar', { act: 'rollBack', secondPerson });
  });

  afterEach(async () => {
    await eks.stop();
  });

  const stands = (begins: string) =>
    eks.until(
      ({ waiting }) =>
        waiting?.code === 'rollback.step' && waiting.message.startsWith(begins),
    );
  const steps = async () =>
    guide
      .stepsOf((await eks.cell()).clusters[0])!
      .map(({ by, id, state }) => [id, state, by].filter(Boolean).join(' '));

  it('takes nodes and control plane back once Argo CD stands still, and is over once that syncs again', async () => {
    const application = { namespace: 'argocd', name: 'alpha' };
    applications = [{ ...application, automated: true }];
    await stands('Keep Terraform from taking alpha to 1.34 again');
    await eks.step(150);
    expect(eks.cluster()!.nodegroups[0].version).toBe('1.34');

    applications = [{ ...application, automated: false }];
    await stands('Have live/alpha.tfvars.json say 1.33');
    expect(eks.cluster()).toMatchObject({
      version: '1.33',
      nodegroups: [{ version: '1.33' }],
    });
    expect(await steps()).toEqual([
      'suspend done',
      'rollBack done',
      'edit open',
      'resume open',
    ]);

    wanted = '1.33';
    await stands('Turn automated sync of alpha on again');
    applications = [{ ...application, automated: true }];
    await eks.until(({ state }) => state === 'rolledBack');
    expect(await steps()).toEqual([
      'suspend done',
      'rollBack done',
      'edit done',
      'resume done',
    ]);
  });

  it('believes people where no Argo CD tells, in each step but that of EKS', async () => {
    applications = [];
    const confirm = (step: 'suspend' | 'edit' | 'resume') =>
      eks.act('pat', { act: 'confirmStep', step });
    await stands('Keep Terraform');
    await confirm('suspend');
    await stands('Have live/alpha.tfvars.json say 1.33');
    await confirm('edit');
    await stands('Let Terraform reconcile alpha again');
    await confirm('resume');
    await eks.until(({ state }) => state === 'rolledBack');
    expect(await steps()).toEqual([
      'suspend done user:default/pat',
      'rollBack done',
      'edit done user:default/pat',
      'resume done user:default/pat',
    ]);
    expect(await eks.log()).toContain(
      'cell.stepDone Says of alpha: nothing reconciles it any more',
    );
    await expect(confirm('resume')).rejects.toThrow('on no guided way back');
  });
});
