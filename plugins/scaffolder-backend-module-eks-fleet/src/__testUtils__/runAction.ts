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

import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { createFleetBackend } from '../backend/createFleetBackend';
import type { RequestActionOptions } from '../requests/types';

/** How a step is run otherwise than by default. */
export interface RunOptions {
  isDryRun?: boolean;
  signal?: AbortSignal;
  workspacePath?: string;
  task?: string;
  checkpoints?: Map<string, unknown>;
}

/** What actions are made with, over the backend at a port. */
export function actionOptions(
  port: number,
  entities: Entity[] = [],
): RequestActionOptions {
  return {
    backendFor: createFleetBackend({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      }),
    }),
    findEntityFor: () => async ref =>
      entities.find(
        ({ kind, metadata }) =>
          `${kind}:default/${metadata.name}`.toLowerCase() === ref,
      ),
    portalPath: '/eks-fleet',
  };
}

/** Runs an action as a step of a task, and gives what it put out and said. */
export async function runAction(
  action: TemplateAction<any, any, any>,
  input: object,
  options: RunOptions = {},
): Promise<{ output: Record<string, any>; log: string }> {
  const {
    checkpoints,
    isDryRun,
    signal,
    task = 'task-1',
    workspacePath,
  } = options;
  const output: Record<string, any> = {};
  const log: string[] = [];
  const note = (message: unknown) => log.push(String(message));
  const mock = createMockActionContext({
    input: input as any,
    ...(workspacePath && { workspacePath }),
    task: { id: task },
    user: { ref: 'user:default/mock' },
  });
  await action.handler({
    ...mock,
    // The mock leaves these out.
    isDryRun,
    signal,
    step: { id: 'request', name: 'Request' },
    checkpoint: async ({ fn, key }: any) => {
      if (checkpoints?.has(key)) {
        return checkpoints.get(key);
      }
      const value = await fn();
      checkpoints?.set(key, value);
      return value;
    },
    logger: { ...mock.logger, info: note, warn: note, error: note } as any,
    output: (name: string, value: any) => {
      output[name] = value;
    },
  } as any);
  return { output, log: log.join('\n') };
}

/** The entity of a cluster, as discovery makes it. */
export function clusterEntity(name = 'prod-1', origin?: string): Entity {
  const arn = `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`;
  return fleetEntity(
    'kubernetes-cluster',
    `${name}-1a2b3c4d`,
    { 'amazonaws.com/arn': arn },
    origin,
  );
}

/** A resource of the catalog, ours by default. */
export function fleetEntity(
  type: string,
  name: string,
  annotations: Record<string, string>,
  origin = 'eks-fleet:main/111122223333/eu-west-1',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name,
      annotations: {
        'backstage.io/managed-by-origin-location': origin,
        ...annotations,
      },
    },
    spec: { type, owner: 'group:default/platform' },
  };
}
