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
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
  type RadioGroupProps,
} from '@backstage/ui';
import type {
  ExceptionProblem,
  FindingResource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  dayAfter,
  offeredDays,
  problemOf,
  USUAL_DAYS,
  type AskDraft,
  type AskSubject,
  type AskedField,
} from '../../lib/exceptionAsk';
import { resourceText } from '../../lib/policyText';
import { Choice } from '../Choice';
import styles from './AskException.module.css';

/** What is asked for: what is exempt, where, why, and until when. */
export function AskForm(props: {
  subject: AskSubject;
  draft: AskDraft;
  /** Shown at the fields that they are of. */
  problems: ExceptionProblem[];
  now: Date;
  maxDays?: number;
  ticketRequired?: boolean;
  onChange: (change: Partial<AskDraft>, field: AskedField) => void;
}) {
  const { draft, subject, maxDays, now, problems, onChange } = props;
  const { cluster, finding } = subject;
  const t = useTranslation();
  /** Says what is wrong at the field itself. */
  const checked = (field: AskedField, label: string) => {
    const problem = problemOf(problems, field, label);
    return {
      label,
      validationBehavior: 'aria' as const,
      validate: () => problem,
    };
  };
  const example = dayAfter(now, Math.min(USUAL_DAYS, maxDays ?? USUAL_DAYS));
  return (
    <>
      {finding ? (
        <ScopeField
          resource={finding.resource}
          checked={checked('scope', t('askException.scope'))}
          scope={draft.scope}
          onChange={scope => onChange({ scope }, 'scope')}
        />
      ) : (
        <TextField
          {...checked('namespace', t('askException.namespace'))}
          description={t('askException.namespaceHint')}
          value={draft.namespace}
          onChange={namespace => onChange({ namespace }, 'namespace')}
          maxLength={63}
          isRequired
          autoComplete="off"
        />
      )}
      <RadioGroup
        {...checked('clusters', t('askException.clusters'))}
        value={draft.clusters}
        onChange={clusters =>
          onChange({ clusters: clusters as AskDraft['clusters'] }, 'clusters')
        }
      >
        <Radio value="cluster">
          {t('askException.clusters_cluster', { cluster: cluster.name })}
        </Radio>
        {cluster.environment && (
          <Radio value="environment">
            {t('askException.clusters_environment', {
              environment: cluster.environment,
            })}
          </Radio>
        )}
      </RadioGroup>
      <TextAreaField
        {...checked('reason', t('askException.reason'))}
        description={t('askException.reasonHint')}
        value={draft.reason}
        onChange={reason => onChange({ reason }, 'reason')}
        maxLength={1000}
        isRequired
      />
      <TextField
        {...checked('ticket', t('askException.ticket'))}
        description={t('askException.ticketHint')}
        value={draft.ticket}
        onChange={ticket => onChange({ ticket }, 'ticket')}
        maxLength={200}
        isRequired={props.ticketRequired}
        autoComplete="off"
      />
      <TextField
        {...checked('expiresAt', t('askException.until'))}
        description={
          maxDays
            ? t('askException.untilMost', { day: example, count: maxDays })
            : t('askException.untilHint', { day: example })
        }
        value={draft.day}
        onChange={day => onChange({ day }, 'expiresAt')}
        maxLength={40}
        isRequired
        autoComplete="off"
      />
      <div
        role="group"
        aria-label={t('askException.daysChoices')}
        className={styles.choices}
      >
        {offeredDays(maxDays ?? USUAL_DAYS).map(days => {
          const day = dayAfter(now, days);
          return (
            <Choice
              key={days}
              chosen={draft.day === day}
              title={day}
              onChoose={() => onChange({ day }, 'expiresAt')}
            >
              {t('askException.days', { count: days })}
            </Choice>
          );
        })}
      </div>
    </>
  );
}

/** Whether the resource of a finding is exempt, or the namespace that it is in. */
function ScopeField(props: {
  resource: FindingResource;
  checked: Partial<RadioGroupProps>;
  scope: AskDraft['scope'];
  onChange: (scope: AskDraft['scope']) => void;
}) {
  const { checked, resource, scope, onChange } = props;
  const t = useTranslation();
  const namespace =
    resource.namespace ||
    (resource.kind === 'Namespace' ? resource.name : undefined);
  return (
    <RadioGroup
      {...checked}
      value={scope}
      onChange={value => onChange(value as AskDraft['scope'])}
    >
      {resource.name && (
        <Radio value="resource">
          {t('askException.scope_resource', {
            resource: resourceText(resource),
          })}
        </Radio>
      )}
      {namespace && (
        <Radio value="namespace">
          {t('askException.scope_namespace', { namespace })}
        </Radio>
      )}
    </RadioGroup>
  );
}
