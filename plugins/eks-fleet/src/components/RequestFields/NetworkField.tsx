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

import { Checkbox, TextAreaField, TextField } from '@backstage/ui';
import type { RequestProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { NetworkDraft } from '../../lib/networkDraft';
import { problemAt } from '../../lib/requestProblems';
import { checked } from './checked';
import styles from './RequestFields.module.css';

/** What goes in and out of a namespace; all else is refused. */
export function NetworkField(props: {
  value: NetworkDraft;
  onChange: (value: NetworkDraft) => void;
  /** Of the whole spec. */
  problems: readonly RequestProblem[];
}) {
  const { onChange, problems, value } = props;
  const t = useTranslation();
  const change = (part: Partial<NetworkDraft>) =>
    onChange({ ...value, ...part });
  const problem = (field: string, label: string) =>
    checked(problemAt(problems, `spec.network.${field}`, label));
  return (
    <section className={styles.group} aria-label={t('field.network')}>
      <h4 className={styles.title}>{t('field.network')}</h4>
      <p className={styles.hint}>{t('field.networkHint')}</p>
      <Checkbox
        isSelected={value.fromIngress}
        onChange={fromIngress => change({ fromIngress })}
      >
        {t('field.fromIngress')}
      </Checkbox>
      <Checkbox
        isSelected={value.toInternet}
        onChange={toInternet => change({ toInternet })}
      >
        {t('field.toInternet')}
      </Checkbox>
      <TextField
        {...problem('allowFromNamespaces', t('field.fromNamespaces'))}
        label={t('field.fromNamespaces')}
        description={t('field.namespacesHint')}
        value={value.fromNamespaces}
        onChange={fromNamespaces => change({ fromNamespaces })}
        maxLength={2000}
        autoComplete="off"
      />
      <TextField
        {...problem('allowToNamespaces', t('field.toNamespaces'))}
        label={t('field.toNamespaces')}
        description={t('field.namespacesHint')}
        value={value.toNamespaces}
        onChange={toNamespaces => change({ toNamespaces })}
        maxLength={2000}
        autoComplete="off"
      />
      <TextAreaField
        {...problem('allowToCidrs', t('field.toCidrs'))}
        label={t('field.toCidrs')}
        description={t('field.toCidrsHint')}
        value={value.toCidrs}
        onChange={toCidrs => change({ toCidrs })}
        maxLength={2000}
      />
    </section>
  );
}
