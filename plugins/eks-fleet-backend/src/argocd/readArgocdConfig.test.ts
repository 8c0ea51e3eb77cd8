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

import { ConfigReader } from '@backstage/config';
import { readArgocdConfig } from './readArgocdConfig';

const HUB = {
  id: 'hub-eu',
  cluster: 'arn:aws:eks:eu-west-1:444455556666:cluster/platform-tools',
};

const read = (...argocd: object[]) =>
  readArgocdConfig(new ConfigReader({ eksFleet: { argocd } } as never));

describe('readArgocdConfig', () => {
  it('reads hubs, each with what it has by default', () => {
    expect(
      read(HUB, {
        ...HUB,
        id: 'hub-us',
        namespace: 'gitops',
        url: 'https://argocd.example.com/',
        clusterSecrets: true,
      }),
    ).toEqual([
      { ...HUB, namespace: 'argocd', clusterSecrets: false },
      {
        ...HUB,
        id: 'hub-us',
        namespace: 'gitops',
        url: 'https://argocd.example.com',
        clusterSecrets: true,
      },
    ]);
    expect(readArgocdConfig(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [{ ...HUB, id: 'Hub' }, 'eksFleet.argocd[0].id: "Hub" is no id'],
    [{ id: 'hub' }, 'eksFleet.argocd[0].cluster: "" is no ARN'],
    [
      { ...HUB, cluster: 'https://api.example.com' },
      'eksFleet.argocd[0].cluster: "https://api.example.com" is no ARN of an EKS cluster',
    ],
    [
      { ...HUB, namespace: '../default' },
      'eksFleet.argocd[0].namespace: "../default" is no namespace',
    ],
    [
      { ...HUB, url: 'ftp://argocd' },
      'eksFleet.argocd[0].url: "ftp://argocd" is no URL',
    ],
  ])('refuses %j', (hub, message) => {
    expect(() => read(hub)).toThrow(message);
  });

  it('refuses an id twice', () => {
    expect(() => read(HUB, HUB)).toThrow(
      'eksFleet.argocd: there are two with the id hub-eu',
    );
  });
});
