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

import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  useTemplateForm,
  useTemplatePreflight,
} from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { fieldProblems } from '../../lib/requestProblems';
import { AMI_TYPES } from '../../formFields/instanceChoices';
import { listOf, mapOf } from '../../formFields/templateValues';
import type { FormFieldProps, NodeGroupValue } from '../../formFields/types';
import { FieldShell } from './FieldShell';
import { NodeGroupEdit } from './NodeGroupEdit';
import { NodeGroupPick } from './NodeGroupPick';
import { OptionsView } from './OptionsView';

/** Node groups of a new cluster; or one of those that a cluster has, where the template takes its name. */
export function NodeGroupsField(
  props: FormFieldProps<NodeGroupValue[] | string>,
) {
  return props.schema.type === 'string' ? (
    <FieldShell field={props} untitled>
      <NodeGroupPick field={props as FormFieldProps<string>} />
    </FieldShell>
  ) : (
    <NodeGroups {...(props as FormFieldProps<NodeGroupValue[]>)} />
  );
}

function NodeGroups(props: FormFieldProps<NodeGroupValue[]>) {
  const { formData = [], onChange, schema } = props;
  const t = useTranslation();
  const { owner, purpose, values } = useTemplateForm(props);
  const preflight = useTemplatePreflight(
    purpose,
    formData.length > 0 ? { ...values, nodeGroups: formData } : undefined,
  );
  const problems = fieldProblems(preflight.query.value);
  const { amiType } = mapOf(mapOf(schema.items)?.properties) ?? {};
  const images = listOf(mapOf(amiType)?.enum).map(String);
  const most = schema.maxItems ?? 10;
  return (
    <FieldShell field={props}>
      <OptionsView owner={owner}>
        {options => (
          <>
            {formData.map((group, index) => (
              <NodeGroupEdit
                // They have nothing else that stays the same while they are edited.
                key={index}
                index={index}
                group={group}
                options={options}
                images={images.length > 0 ? images : AMI_TYPES}
                problems={problems}
                onChange={next =>
                  onChange(
                    formData.map((each, at) => (at === index ? next : each)),
                  )
                }
                onRemove={() =>
                  onChange(formData.filter((_, at) => at !== index))
                }
              />
            ))}
          </>
        )}
      </OptionsView>
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine aria-hidden />}
          isDisabled={formData.length >= most}
          onPress={() => onChange([...formData, newGroup(formData, images)])}
        >
          {t('formField.addGroup')}
        </Button>
      </div>
    </FieldShell>
  );
}

function newGroup(
  groups: readonly NodeGroupValue[],
  images: readonly string[],
): NodeGroupValue {
  const taken = new Set(groups.map(({ name }) => name));
  const names = [
    'workers',
    ...groups.map((_, index) => `workers-${index + 2}`),
  ];
  return {
    name: names.find(name => !taken.has(name)) ?? '',
    instanceTypes: [],
    capacityType: 'ON_DEMAND',
    amiType: images[0] ?? AMI_TYPES[0],
    minSize: 2,
    maxSize: 4,
  };
}
