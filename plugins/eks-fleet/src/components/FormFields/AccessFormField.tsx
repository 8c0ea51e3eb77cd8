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

import type { NamespaceAccess } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  useRequestOptions,
  useTemplateForm,
} from '../../hooks/useTemplateForm';
import type { FormFieldProps } from '../../formFields/types';
import { AccessField } from '../RequestFields';
import { FieldShell } from './FieldShell';

/** Who gets into a namespace, at most to edit. */
export function AccessFormField(props: FormFieldProps<NamespaceAccess[]>) {
  const { formData = [], onChange } = props;
  const { owner } = useTemplateForm(props);
  const options = useRequestOptions(owner).value;
  return (
    <FieldShell field={props} untitled>
      <AccessField
        value={formData}
        onChange={onChange}
        roles={options?.roles}
      />
    </FieldShell>
  );
}
