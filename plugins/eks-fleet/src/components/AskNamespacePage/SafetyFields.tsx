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

import { TextAreaField } from '@backstage/ui';
import type {
  RequestOptions,
  RequestProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { NamespaceDraft } from '../../lib/namespaceDraft';
import { problemAt } from '../../lib/requestProblems';
import { AccessField, NetworkField, PodSecurityField } from '../RequestFields';
import styles from './AskNamespacePage.module.css';

/** Who gets in, what goes in and out, and which pods may run; folded away until somebody needs it. */
export function SafetyFields(props: {
  options: RequestOptions;
  draft: NamespaceDraft;
  problems: readonly RequestProblem[];
  onChange: (change: Partial<NamespaceDraft>) => void;
}) {
  const { draft, onChange, options, problems } = props;
  const t = useTranslation();
  const isWrong = ['access', 'network', 'podSecurity', 'project'].some(
    field => problemAt(problems, `spec.${field}`, '') !== undefined,
  );
  return (
    <details className={styles.more} open={isWrong || undefined}>
      <summary>{t('askNamespace.more')}</summary>
      <div className={styles.fields}>
        <AccessField
          value={draft.access}
          onChange={access => onChange({ access })}
          roles={options.roles}
          problem={problemAt(problems, 'spec.access', t('field.access'))}
        />
        <NetworkField
          value={draft.network}
          onChange={network => onChange({ network })}
          problems={problems}
        />
        <TextAreaField
          label={t('field.sourceRepos')}
          description={t('field.sourceReposHint')}
          value={draft.sourceRepos}
          onChange={sourceRepos => onChange({ sourceRepos })}
          maxLength={4000}
          validationBehavior="aria"
          validate={() =>
            problemAt(problems, 'spec.project', t('field.sourceRepos'))
          }
        />
        <PodSecurityField
          value={draft.podSecurity}
          onChange={podSecurity => onChange({ podSecurity })}
          options={options}
          environment={draft.environment}
          problem={problemAt(
            problems,
            'spec.podSecurity',
            t('field.podSecurity'),
          )}
        />
      </div>
    </details>
  );
}
