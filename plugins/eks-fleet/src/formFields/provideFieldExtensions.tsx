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

import type { BackstagePlugin } from '@backstage/core-plugin-api';
import {
  createScaffolderFieldExtension,
  ScaffolderFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import * as definitions from './definitions';

/** The fields of templates, for the scaffolder of the old frontend system. */
export function provideFieldExtensions(
  plugin: Pick<BackstagePlugin<any, any>, 'provide'>,
): JSX.Element {
  const fields = Object.values(definitions).map(
    ({ component, name, schema, validation }) => ({
      name,
      Field: plugin.provide(
        createScaffolderFieldExtension<any, any>({
          name,
          component,
          validation,
          schema,
        }),
      ),
    }),
  );
  return (
    <ScaffolderFieldExtensions>
      {fields.map(({ Field, name }) => (
        <Field key={name} />
      ))}
    </ScaffolderFieldExtensions>
  );
}
