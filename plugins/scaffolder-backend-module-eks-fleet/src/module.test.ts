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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import express, { Router } from 'express';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModuleEksFleet from '.';
import {
  CLUSTER,
  startFleetHost,
  type FleetHost,
} from './propose/__testUtils__/startFleetHost';

jest.setTimeout(60_000);

const ACTION = 'eks-fleet:gitops:propose';

/** A template of one step. */
const template = (input: JsonObject) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { namespace: 'default', name: 'quota' },
  spec: {
    type: 'resource',
    owner: 'group:default/platform',
    parameters: { properties: { cpu: { type: 'number' } } },
    steps: [{ id: 'propose', name: 'Propose', action: ACTION, input }],
    output: {
      links: [
        {
          title: 'Pull request',
          url: '$' + '{{ steps.propose.output.pullRequestUrl }}',
        },
      ],
    },
  },
});
const QUOTA = template({
  repository: 'fleet',
  name: 'orders-quota',
  title: 'Give orders $' + '{{ parameters.cpu }} CPUs',
  files: [
    {
      path: 'teams/orders/quota.yaml',
      content: 'cpu: $' + '{{ parameters.cpu }}\n',
    },
  ],
});

describe('the scaffolder module', () => {
  let host: FleetHost;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let asks: string[];

  beforeAll(async () => {
    host = await startFleetHost();
    asks = [];
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleEksFleet,
        answerGround(user => asks.push(user)),
        catalogServiceMock.factory({ entities: [QUOTA] }),
        mockServices.rootConfig.factory({ data: host.config() }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await host.stop();
  });

  const api = (method: 'get' | 'post', path: string) =>
    request(backend.server)[method](`/api/scaffolder${path}`);
  const dryRun = (
    spec: object,
    values: JsonObject = {},
    files: Array<{ path: string; base64Content: string }> = [],
  ) =>
    api('post', '/v2/dry-run').send({
      template: spec,
      values,
      directoryContents: files,
    });

  it('offers the action, with all that a writer of templates wants to know', async () => {
    const { body } = await api('get', '/v2/actions').expect(200);
    const action = body.find(({ id }: { id: string }) => id === ACTION);

    expect(Object.keys(action.schema.input.properties)).toEqual([
      'repository',
      'name',
      'title',
      'description',
      'sourcePath',
      'targetPath',
      'files',
      'replaceExisting',
      'deletions',
      'edits',
    ]);
    expect(action.schema.input.required).toEqual([
      'repository',
      'name',
      'title',
    ]);
    for (const [name, property] of Object.entries<JsonObject>(
      action.schema.input.properties,
    )) {
      expect([name, property.description]).toEqual([name, expect.any(String)]);
    }
    expect(action.examples).toHaveLength(3);
  });

  it('shows in a dry run what a template would propose', async () => {
    const { body, status } = await dryRun(QUOTA, { cpu: 4 });

    expect(status).toBe(200);
    const log = body.log
      .map(({ body: { message } }: any) => message)
      .join('\n');
    expect(log).toContain(
      'A pull request would be opened from eks-fleet/demo/',
    );
    expect(log).toContain('+cpu: 4');
    const [file] = body.directoryContents;
    expect(file.path).toBe('.eks-fleet/fleet/orders-quota.diff');
    expect(Buffer.from(file.base64Content, 'base64').toString()).toContain(
      '+++ b/teams/orders/quota.yaml',
    );
    expect(host.simulator.github.pulls()).toEqual([]);
    expect(asks.at(-1)).toBe(mockCredentials.user().principal.userEntityRef);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an address for a repository',
      { repository: 'https://evil.example.com/x' },
      'repository',
    ],
    ['a name with a path', { name: '../x' }, 'name'],
    ['a field that there is none of', { token: 'x' }, 'token'],
    [
      'a path out of the repository',
      { files: [{ path: '../x', content: '' }] },
      'files[0].path',
    ],
  ])('refuses %s', async (_, input, field) => {
    const { body, status } = await dryRun(
      template({
        repository: 'fleet',
        name: 'n',
        title: 't',
        files: [{ path: 'x', content: 'x' }],
        ...input,
      }),
    );

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(field);
  });

  it('runs the templates that the README shows', async () => {
    const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
    const steps = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .map(([, text]) => parse(text))
      .filter(document =>
        (document.steps ?? document.spec?.steps)?.some(
          ({ action }: { action: string }) => action === ACTION,
        ),
      );
    expect(steps).toHaveLength(3);
    for (const document of steps) {
      const spec = document.spec ?? { ...QUOTA.spec, ...document };
      const { body, status } = await dryRun(
        { ...QUOTA, spec: { ...QUOTA.spec, ...spec } },
        {
          team: 'orders',
          reason: 'New',
          cluster: 'prod/orders',
          from: 3,
          to: 5,
        },
        [
          {
            path: 'skeleton/team.yaml',
            base64Content: Buffer.from(
              'team: $' + '{{ values.team }}\n',
            ).toString('base64'),
          },
        ],
      );
      expect([status, body.error]).toEqual([200, undefined]);
      const diffs = body.directoryContents.filter(
        ({ path }: { path: string }) => path.endsWith('.diff'),
      );
      expect(diffs).toHaveLength(1);
      expect(diffs[0].base64Content).not.toBe('');
    }
  });

  it('opens the pull request when the template is run, and the task links to it', async () => {
    const { body } = await api('post', '/v2/tasks')
      .send({ templateRef: 'template:default/quota', values: { cpu: 4 } })
      .expect(201);
    let task: any;
    do {
      task = (await api('get', `/v2/tasks/${body.id}`)).body;
    } while (['open', 'processing'].includes(task.status));
    const events = (await api('get', `/v2/tasks/${body.id}/events`)).body;
    const { output } = events.find(
      ({ type }: any) => type === 'completion',
    ).body;

    expect(task.status).toBe('completed');
    const [pull] = host.simulator.github.pulls();
    expect(pull).toMatchObject({ title: 'Give orders 4 CPUs', state: 'open' });
    expect(output.links).toEqual([
      {
        title: 'Pull request',
        url: `${host.simulator.github.url}/acme/fleet/pull/1`,
      },
    ]);
    expect(await host.simulator.github.file(CLUSTER)).toContain('orders');
  });
});

/** What the backend of EKS Fleet answers, as its OpenAPI document has it. */
function answerGround(onAsked: (user: string) => void) {
  return createBackendPlugin({
    pluginId: 'eks-fleet',
    register({ registerInit }) {
      registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = Router();
          router.use(express.json());
          router.get('/proposals/ground', async (asked, response) => {
            const { principal } = await httpAuth.credentials(asked, {
              allow: ['user'],
            });
            onAsked(principal.userEntityRef);
            response.json({ installationId: 'demo' });
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
