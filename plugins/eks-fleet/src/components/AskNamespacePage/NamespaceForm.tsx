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

import { TextAreaField, TextField } from '@backstage/ui';
import type {
  Placement,
  RequestOptions,
  RequestProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import type { NamespaceDraft } from '../../lib/namespaceDraft';
import { maxTtlDays } from '../../lib/requestOptions';
import { problemAt } from '../../lib/requestProblems';
import { Panel } from '../Panel';
import {
  ChoiceField,
  ClusterField,
  NamespaceNameField,
  QuotaField,
  TimeToLiveField,
} from '../RequestFields';
import { SafetyFields } from './SafetyFields';
import styles from './AskNamespacePage.module.css';

/** What is asked for; what is wrong with it stands at the fields that it is of. */
export function NamespaceForm(props: {
  options: RequestOptions;
  draft: NamespaceDraft;
  /** The cluster that it is on: the chosen one, else the best. */
  clusterKey: string;
  placement: FleetQuery<Placement[] | undefined>;
  problems: readonly RequestProblem[];
  onChange: (change: Partial<NamespaceDraft>) => void;
}) {
  const { clusterKey, draft, onChange, options, placement, problems } = props;
  const t = useTranslation();
  const now = useNow(3600);
  const problem = (field: string, label: string) =>
    problemAt(problems, field, label);
  return (
    <div className={styles.form}>
      <Panel title={t('askNamespace.basics')}>
        <div className={styles.fields}>
          <div className={styles.pair}>
            <ChoiceField
              label={t('field.owner')}
              hint={t('field.ownerHint')}
              choices={options.owners}
              text={entityTitle}
              value={draft.owner}
              onChange={owner => onChange({ owner })}
              problem={problem('owner', t('field.owner'))}
              isRequired
            />
            <ChoiceField
              label={t('field.environment')}
              hint={t('field.environmentHint')}
              choices={options.environments}
              value={draft.environment}
              onChange={environment => onChange({ environment })}
              problem={problem('spec.environment', t('field.environment'))}
              isRequired
            />
          </div>
          <NamespaceNameField
            value={draft.name}
            onChange={name => onChange({ name })}
            owner={draft.owner}
            reservedNames={options.namespaces.reservedNames}
            problem={problem('spec.name', t('field.name'))}
          />
        </div>
      </Panel>
      <Panel title={t('askNamespace.amounts')}>
        <div className={styles.fields}>
          <QuotaField
            value={draft.quota}
            onChange={quota => onChange({ quota })}
            sizes={options.namespaces.sizes}
            problems={problems}
          />
          <TimeToLiveField
            value={draft.expiresOn}
            onChange={expiresOn => onChange({ expiresOn })}
            now={now}
            maxDays={maxTtlDays(options, draft.environment)}
            problem={problem('spec.expiresOn', t('field.expiresOn'))}
          />
          <ClusterField
            placement={placement}
            value={clusterKey}
            onChange={key => onChange({ clusterKey: key })}
            problem={problem('spec.cluster', t('field.cluster'))}
          />
        </div>
      </Panel>
      <Panel title={t('askNamespace.safety')}>
        <SafetyFields
          options={options}
          draft={draft}
          problems={problems}
          onChange={onChange}
        />
      </Panel>
      <Panel title={t('askNamespace.why')}>
        <div className={styles.fields}>
          <TextAreaField
            label={t('field.reason')}
            description={t('field.reasonHint')}
            value={draft.reason}
            onChange={reason => onChange({ reason })}
            maxLength={2000}
            isRequired
          />
          <div className={styles.pair}>
            <TextField
              label={t('field.ticket')}
              description={t('field.ticketHint')}
              value={draft.ticket}
              onChange={ticket => onChange({ ticket })}
              maxLength={200}
              autoComplete="off"
              isRequired={options.ticket === 'required'}
            />
            <TextField
              label={t('field.costCenter')}
              value={draft.costCenter}
              onChange={costCenter => onChange({ costCenter })}
              maxLength={63}
              autoComplete="off"
            />
          </div>
        </div>
      </Panel>
    </div>
  );
}
