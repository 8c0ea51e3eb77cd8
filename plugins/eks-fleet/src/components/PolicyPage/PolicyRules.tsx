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

import { Link } from '@backstage/ui';
import type { PolicyDetail } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { DataTable } from '../DataTable';
import { Panel } from '../Panel';

/** The rules of a policy that are broken, the most first. */
export function PolicyRules(props: { policy: PolicyDetail }) {
  const { id, rules } = props.policy;
  const t = useTranslation();
  const links = useFleetLinks();
  return (
    <Panel title={t('policy.rules')}>
      <DataTable label={t('policy.rules')}>
        <thead>
          <tr>
            <th scope="col">{t('policy.rule')}</th>
            <th scope="col" data-align="end">
              {t('policy.ruleFindings')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, findings }) => (
            <tr key={rule}>
              <th scope="row">{rule || t('policy.ruleNone')}</th>
              <td data-align="end">
                {rule ? (
                  <Link
                    href={links.findings({
                      filter: { policy: [id], rule: [rule] },
                    })}
                  >
                    {findings}
                  </Link>
                ) : (
                  findings
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}
