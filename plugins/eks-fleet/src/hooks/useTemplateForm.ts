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

import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../api';
import { groundOf } from '../formFields/groundOf';
import { optionsOf } from '../formFields/templateAsk';
import {
  templatePreflight,
  type PreflightGround,
} from '../formFields/templatePreflight';
import { purposeOf, textOf, valuesOf } from '../formFields/templateValues';
import type {
  FormFieldOptions,
  FormFieldProps,
  FormValues,
  TemplatePurpose,
} from '../formFields/types';
import { useFleetQuery, type FleetQuery } from './useFleetQuery';
import { useSettledPreflight, type Preflight } from './useSettledPreflight';

/** The template that a field is part of. */
export interface TemplateForm {
  values: FormValues;
  purpose: TemplatePurpose;
  /** Entity reference of the group that it is for, once it is chosen. */
  owner?: string;
}

/** What else is filled in of the template, on all of its pages. */
export function useTemplateForm<Options extends FormFieldOptions>(
  props: Pick<FormFieldProps<any, Options>, 'formContext' | 'uiSchema'>,
): TemplateForm {
  const formData = props.formContext?.formData;
  const options = props.uiSchema['ui:options'];
  return useMemo(() => {
    const values = valuesOf(formData, options);
    return { values, purpose: purposeOf(options), owner: textOf(values.owner) };
  }, [formData, options]);
}

export function useTemplateGround(): PreflightGround {
  const requests = useApi(eksFleetRequestsApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useMemo(() => groundOf(requests, catalogApi), [requests, catalogApi]);
}

/** What may be offered to the group that it is for. */
export function useRequestOptions(
  owner: string | undefined,
): FleetQuery<RequestOptions> {
  const { requests } = useTemplateGround();
  return useFleetQuery(
    useCallback(() => optionsOf(owner, requests), [owner, requests]),
  );
}

/**
 * Whether it may be as it is filled in, and what it costs.
 *
 * @param values - left out where nobody can tell yet
 */
export function useTemplatePreflight(
  purpose: TemplatePurpose,
  values: FormValues | undefined,
): Preflight {
  const ground = useTemplateGround();
  return useSettledPreflight(
    values ? askedText(purpose, values) : '',
    useCallback(
      (settled, signal) => {
        const asked = JSON.parse(settled);
        return templatePreflight(asked.purpose, asked.values, ground, {
          signal,
        });
      },
      [ground],
    ),
  );
}

/** What an answer depends on; why something is asked for makes no difference. */
export function askedText(
  purpose: TemplatePurpose,
  values: FormValues,
): string {
  const { reason: _r, ticket: _t, ...asked } = values;
  return JSON.stringify({ purpose, values: asked });
}
