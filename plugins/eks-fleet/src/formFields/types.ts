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

import type {
  RequestKind,
  RequestOperation,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What is filled in of a template so far, by the names of its parameters. */
export type FormValues = Record<string, unknown>;

/** What a template asks for. */
export interface TemplatePurpose {
  kind: RequestKind;
  operation: RequestOperation;
}

/** The `ui:options` that all fields take. */
export interface FormFieldOptions extends Partial<TemplatePurpose> {
  /** Names of the template's parameters, where they are called otherwise than in the templates that ship. */
  fields?: Record<string, string>;
}

/** Which add-ons a field offers. */
export interface AddonsOptions {
  /** Those that Argo CD brings, instead of those of EKS. */
  gitops?: boolean;
  /** Only those that are on the cluster, or only those that are not. */
  of?: 'present' | 'absent';
}

/** What fields use of the scaffolder's own props, whose types take the compiler minutes to compare. */
export interface FormFieldProps<
  T,
  Options extends FormFieldOptions = FormFieldOptions,
> {
  name: string;
  schema: {
    type?: unknown;
    title?: string;
    description?: string;
    items?: unknown;
    maxItems?: number;
  };
  uiSchema: {
    'ui:options'?: Options;
    'ui:title'?: string;
    'ui:description'?: string;
  };
  idSchema?: { $id: string };
  formData?: T;
  /** What is filled in of the whole template. */
  formContext?: { formData?: FormValues };
  /** What the check before the next page found. */
  rawErrors?: string[];
  required?: boolean;
  onChange: (value: T | undefined) => void;
}

/** An account and a Region of it. */
export interface AccountRegion {
  accountId?: string;
  region?: string;
}

/** A node group, as a template hands it over. */
export interface NodeGroupValue {
  name: string;
  instanceTypes: string[];
  capacityType?: 'ON_DEMAND' | 'SPOT';
  amiType: string;
  minSize?: number | string;
  maxSize?: number | string;
}

/** What a day-two form was opened on. */
export interface ReviewedBase {
  specHash?: string;
  commit?: string;
}
