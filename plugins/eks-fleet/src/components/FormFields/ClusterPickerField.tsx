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

import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import type { Placement } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { usePlacement } from '../../hooks/usePlacement';
import { useTemplateForm } from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { placementAskOf } from '../../formFields/placementAskOf';
import type { FormFieldOptions, FormFieldProps } from '../../formFields/types';
import { ClusterField } from '../RequestFields';
import { ClusterSearch } from './ClusterSearch';
import { FieldShell } from './FieldShell';

export interface ClusterPickerOptions extends FormFieldOptions {
  /** Ranks the clusters that a new namespace could be on, once team and environment are known. */
  placement?: boolean;
}

type Props = FormFieldProps<string, ClusterPickerOptions>;

/** A cluster of the fleet: found by its name, or the one that fits a namespace best. */
export function ClusterPickerField(props: Props) {
  const { formData, onChange } = props;
  const { purpose, values } = useTemplateForm(props);
  const ask =
    props.uiSchema['ui:options']?.placement && purpose.operation === 'create'
      ? placementAskOf(values)
      : undefined;
  return (
    <FieldShell field={props} untitled={Boolean(ask)}>
      {ask ? (
        <PlacedClusters ask={ask} value={formData} onChange={onChange} />
      ) : (
        <ClusterSearch value={formData} onChange={onChange} />
      )}
    </FieldShell>
  );
}

function PlacedClusters(props: {
  ask: NonNullable<ReturnType<typeof placementAskOf>>;
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  const { ask, onChange, value = '' } = props;
  const t = useTranslation();
  const [text, setText] = useState('');
  const placement = usePlacement(ask);
  const all = placement.value ?? [];
  // The best one is taken, until somebody chooses.
  const taken = useRef<string>();
  const best = all.find(({ rank }) => rank === 1);
  useEffect(() => {
    const next = best && valueOf(best);
    if (next && next !== value && (!value || value === taken.current)) {
      taken.current = next;
      onChange(next);
    }
    // `onChange` is another one at each turn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [best, value]);
  const keyOf = (given: string) =>
    all.find(each => valueOf(each) === given)?.clusterKey ?? given;
  return (
    <>
      <SearchField
        size="small"
        label={t('formField.clusterSearch')}
        value={text}
        onChange={setText}
        maxLength={200}
      />
      <ClusterField
        placement={{
          ...placement,
          value: placement.value?.filter(
            each => fits(each, text) || valueOf(each) === value,
          ),
        }}
        value={keyOf(value)}
        onChange={key => {
          const chosen = all.find(({ clusterKey }) => clusterKey === key);
          onChange(chosen ? valueOf(chosen) : key);
        }}
      />
    </>
  );
}

/** What the template hands over: the entity where there is one. */
function valueOf({ cluster, clusterKey }: Placement): string {
  return cluster.entityRef ?? clusterKey;
}

function fits({ cluster }: Placement, text: string): boolean {
  return [cluster.name, cluster.region, cluster.accountName, cluster.accountId]
    .join(' ')
    .toLocaleLowerCase('en-US')
    .includes(text.trim().toLocaleLowerCase('en-US'));
}
