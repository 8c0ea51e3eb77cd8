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
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

type Definitions = typeof import('./definitions');

/** Nothing of a field is loaded before the scaffolder's pages are opened. */
const load = (name: keyof Definitions) => async () => {
  const { schema, ...field } = (await import('./definitions'))[name];
  // `makeFieldSchema` gives no more than this, from Zod's types.
  return createFormField<any, any>({ ...field, schema: { schema } as any });
};

const clusterPicker = FormFieldBlueprint.make({
  name: 'cluster-picker',
  params: { field: load('clusterPicker') },
});

const namespaceName = FormFieldBlueprint.make({
  name: 'namespace-name',
  params: { field: load('namespaceName') },
});

const quota = FormFieldBlueprint.make({
  name: 'quota',
  params: { field: load('quota') },
});

const timeToLive = FormFieldBlueprint.make({
  name: 'time-to-live',
  params: { field: load('timeToLive') },
});

const access = FormFieldBlueprint.make({
  name: 'access',
  params: { field: load('access') },
});

const accountRegion = FormFieldBlueprint.make({
  name: 'account-region',
  params: { field: load('accountRegion') },
});

const version = FormFieldBlueprint.make({
  name: 'version',
  params: { field: load('version') },
});

const nodeGroups = FormFieldBlueprint.make({
  name: 'node-groups',
  params: { field: load('nodeGroups') },
});

const addons = FormFieldBlueprint.make({
  name: 'addons',
  params: { field: load('addons') },
});

const cidr = FormFieldBlueprint.make({
  name: 'cidr',
  params: { field: load('cidr') },
});

const review = FormFieldBlueprint.make({
  name: 'review',
  params: { field: load('review') },
});

/** The fields of templates, for the scaffolder of the new frontend system. */
export const formFieldExtensions = [
  clusterPicker,
  namespaceName,
  quota,
  timeToLive,
  access,
  accountRegion,
  version,
  nodeGroups,
  addons,
  cidr,
  review,
];
