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

import { guidedSteps, type GuidedState } from './guidedSteps';

const state = (more: Partial<GuidedState> = {}): GuidedState => ({
  cluster: { name: 'orders', region: 'eu-west-1' },
  from: '1.34',
  to: '1.33',
  nodegroups: [],
  place: {
    provisioner: 'Terraform',
    path: 'a.tfvars.json',
    url: 'https://x/a',
  },
  callsEks: false,
  ...more,
});
const application = { namespace: 'argocd', name: "it's; rm -rf", url: 'u' };

describe('guidedSteps', () => {
  it('are four, none done and none to confirm before two have agreed', () => {
    const steps = guidedSteps(state());
    expect(steps.map(({ id, state: is }) => [id, is])).toEqual([
      ['suspend', 'open'],
      ['rollBack', 'open'],
      ['edit', 'open'],
      ['resume', 'open'],
    ]);
    expect(steps.some(({ confirmable }) => confirmable)).toBe(false);
  });

  it('say what a person runs, nodes before the control plane', () => {
    const [, rollBack] = guidedSteps(state({ nodegroups: ['system'] }));
    expect(rollBack.command).toBe(
      'aws eks update-nodegroup-version --region eu-west-1 --cluster-name orders --nodegroup-name system --kubernetes-version 1.33' +
        ' &&\naws eks wait nodegroup-active --region eu-west-1 --cluster-name orders --nodegroup-name system' +
        ' &&\naws eks update-cluster-version --region eu-west-1 --name orders --kubernetes-version 1.33',
    );
    expect(rollBack.message).toContain('its nodes (system) and then');
  });

  it('have no command where the portal calls EKS', () => {
    expect(guidedSteps(state({ callsEks: true }))[1].command).toBeUndefined();
  });

  it('quote whatever a name has in it', () => {
    const [suspend, , , resume] = guidedSteps(
      state({
        confirmed: {},
        memory: { seen: {}, applications: [application] },
      }),
    );
    expect(suspend.command).toBe(
      `argocd app set 'argocd/it'\\''s; rm -rf' --sync-policy none`,
    );
    expect(resume.command).toContain('--sync-policy automated');
  });

  it('tell who said that a step is done, or when it was seen', () => {
    const at = '2026-11-25T12:00:00.000Z';
    const steps = guidedSteps(
      state({
        confirmed: { suspend: { by: 'user:default/pat', at } },
        memory: { seen: { rollBack: at } },
      }),
    );
    expect(steps).toMatchObject([
      { state: 'done', by: 'user:default/pat', at },
      { state: 'done', at },
      { state: 'open', confirmable: true, url: 'https://x/a' },
      { state: 'open', confirmable: true },
    ]);
    expect(steps[1].by).toBeUndefined();
    expect(steps[0].command).toBeUndefined();
  });
});
