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
  CustomFieldExtensionSchema,
  CustomFieldValidator,
} from '@backstage/plugin-scaffolder-react';
import type { ComponentType } from 'react';
import { lazyField } from './lazyField';
import {
  accessSchema,
  accountRegionSchema,
  addonsSchema,
  clusterPickerSchema,
  daySchema,
  nodeGroupsSchema,
  quotaSchema,
  reviewSchema,
  textSchema,
} from './schemas';
import type { Check } from './validate';

/** A field of templates, as both frontend systems take it. */
export interface FormFieldDefinition {
  /** What templates call it by, in `ui:field`. */
  name: string;
  component: (props: any) => JSX.Element;
  validation: CustomFieldValidator<any, any>;
  schema: CustomFieldExtensionSchema;
}

type Fields = typeof import('../components/FormFields');
type Checks = typeof import('./checks');

/** Neither what shows a field nor what checks it is loaded before it is needed. */
function define(
  name: string,
  component: keyof Fields,
  check: keyof Checks,
  schema: CustomFieldExtensionSchema,
): FormFieldDefinition {
  return {
    name,
    component: lazyField(async () => {
      const fields = await import('../components/FormFields');
      return fields[component] as ComponentType<any>;
    }),
    validation: async (...args) => {
      const [checks, { validatorOf }] = await Promise.all([
        import('./checks'),
        import('./validate'),
      ]);
      await validatorOf(checks[check] as Check<any>)(...args);
    },
    schema,
  };
}

export const clusterPicker = define(
  'EksFleetClusterPicker',
  'ClusterPickerField',
  'checkCluster',
  clusterPickerSchema,
);

export const namespaceName = define(
  'EksFleetNamespaceName',
  'NamespaceNameFormField',
  'checkName',
  textSchema,
);

export const quota = define(
  'EksFleetQuota',
  'QuotaFormField',
  'checkQuota',
  quotaSchema,
);

export const timeToLive = define(
  'EksFleetTimeToLive',
  'TimeToLiveFormField',
  'checkTimeToLive',
  daySchema,
);

export const access = define(
  'EksFleetAccess',
  'AccessFormField',
  'checkAccess',
  accessSchema,
);

export const accountRegion = define(
  'EksFleetAccountRegion',
  'AccountRegionField',
  'checkAccountRegion',
  accountRegionSchema,
);

export const version = define(
  'EksFleetVersion',
  'VersionField',
  'checkVersion',
  textSchema,
);

export const nodeGroups = define(
  'EksFleetNodeGroups',
  'NodeGroupsField',
  'checkNodeGroups',
  nodeGroupsSchema,
);

export const addons = define(
  'EksFleetAddons',
  'AddonsField',
  'checkAddons',
  addonsSchema,
);

export const cidr = define(
  'EksFleetCidr',
  'CidrField',
  'checkCidr',
  textSchema,
);

export const review = define(
  'EksFleetReview',
  'ReviewField',
  'checkReview',
  reviewSchema,
);
