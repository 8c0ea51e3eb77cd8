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

import { useState, type ComponentType } from 'react';
import { act } from '@testing-library/react';
import type { JsonObject } from '@backstage/types';
import { mockApis, TestApiRegistry } from '@backstage/test-utils';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { eksFleetRequestsApiRef } from '../api';
import type { FormFieldProps, FormValues } from '../formFields/types';
import { validatorOf, type Check } from '../formFields/validate';
import { FakeRequestsApi } from './FakeRequestsApi';
import { renderPage } from './render';

/** The entity of a namespace that a request brought. */
export const namespaceEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'payments-batch-5e6f7a8b',
    annotations: {
      'amazonaws.com/account-id': '111122223333',
      'eks-fleet.io/region': 'eu-west-1',
      'eks-fleet.io/cluster': 'prod',
      'eks-fleet.io/namespace': 'payments-batch',
      'eks-fleet.io/environment': 'prod',
      'eks-fleet.io/expires-on': '2026-11-26',
      'eks-fleet.io/request': 'q1',
    },
  },
  spec: {
    type: 'kubernetes-namespace',
    dependsOn: ['resource:default/prod-1a2b3c4d'],
  },
};
/** The entity of the cluster that it is on. */
export const clusterEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'prod-1a2b3c4d',
    annotations: {
      'amazonaws.com/arn': 'arn:aws:eks:eu-west-1:111122223333:cluster/prod',
    },
  },
  spec: { type: 'kubernetes-cluster' },
};
export const NAMESPACE_REF = 'resource:default/payments-batch-5e6f7a8b';
export const NAMESPACE_KEY =
  'namespace/111122223333/eu-west-1/prod/payments-batch';

interface FieldOptions<T> {
  schema?: object;
  uiOptions?: object;
  formData?: T;
  /** What else is filled in of the template. */
  values?: FormValues;
  rawErrors?: string[];
  required?: boolean;
}

/** Shows a field as a form does, and keeps what it hands over. */
export async function renderField<T>(
  Field: ComponentType<FormFieldProps<T>>,
  options: FieldOptions<T> & Parameters<typeof renderPage>[1],
): Promise<{ changes: (T | undefined)[]; unmount: () => void }> {
  const { formData, rawErrors, required, schema, uiOptions, values } = options;
  const changes: (T | undefined)[] = [];
  function Form() {
    const [data, setData] = useState(formData);
    const props = {
      name: 'field',
      idSchema: { $id: 'root_field' },
      schema: { type: 'string', title: 'The field', ...schema },
      uiSchema: { 'ui:options': uiOptions ?? {} },
      formData: data,
      formContext: { formData: { ...values, field: data } },
      rawErrors,
      required,
      onChange: (next: T | undefined) => {
        changes.push(next);
        setData(next);
      },
    } as unknown as FormFieldProps<T>;
    return <Field {...props} />;
  }
  const rendered = await renderPage(<Form />, {
    requestsApi: new FakeRequestsApi(),
    entities: [namespaceEntity, clusterEntity],
    ...options,
  });
  return { changes, unmount: rendered.unmount };
}

/** Lets what is typed settle, and answers come. */
export const settle = () =>
  act(async () => {
    jest.advanceTimersByTime(500);
  });

/** What a check says of a value before the next page. */
export async function problemsOf<T>(
  check: Check<T>,
  value: T,
  options: {
    api?: FakeRequestsApi;
    values?: FormValues;
    uiOptions?: object;
  } = {},
): Promise<string[]> {
  const { api = new FakeRequestsApi(), uiOptions = {}, values = {} } = options;
  const problems: string[] = [];
  await validatorOf(check)(
    value,
    { addError: (problem: string) => problems.push(problem) } as any,
    {
      apiHolder: TestApiRegistry.from(
        [eksFleetRequestsApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({ entities: [namespaceEntity, clusterEntity] }),
        ],
        [translationApiRef, mockApis.translation()],
      ),
      formData: values as JsonObject,
      schema: { title: 'The field' },
      uiSchema: { 'ui:options': uiOptions },
    },
  );
  return problems;
}
