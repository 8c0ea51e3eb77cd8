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

import { Text } from '@backstage/ui';
import type { PolicyDetail } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { policyName } from '../../lib/policyText';
import { policySeverities } from '../../states';
import { FactList } from '../FactList';
import { LinkedText } from '../LinkedText';
import { Panel } from '../Panel';
import { PolicyLinks } from '../PolicyLinks';
import { StateBadge } from '../StateBadge';
import styles from './PolicyPage.module.css';

/** What a policy asks for, how to mend what breaks it, and where more is said. */
export function PolicyAbout(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const t = useTranslation();
  const severity = policySeverities[policy.severity];
  return (
    <Panel title={t('policy.description')}>
      {policy.description ? (
        <p className={styles.text}>
          <LinkedText text={policy.description} />
        </p>
      ) : (
        <Text as="p" color="secondary">
          {t('policy.noDescription')}
        </Text>
      )}
      {policy.remediation && (
        <section aria-label={t('policy.remediation')}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('policy.remediation')}
          </Text>
          <p className={styles.text}>
            <LinkedText text={policy.remediation} />
          </p>
        </section>
      )}
      <FactList
        facts={[
          [
            t('policy.severity'),
            <StateBadge look={severity}>{t(severity.word)}</StateBadge>,
          ],
          [t('policy.category'), policy.category],
          [t('policy.engine'), t(`policyEngine.${policy.engine}`)],
          [t('policy.kind'), policy.kind],
          [t('policy.name'), policyName(policy)],
          [
            t('policy.links'),
            (policy.documentation || policy.links.length > 0) && (
              <ul className={styles.links}>
                <PolicyLinks policy={policy} links={policy.links} />
              </ul>
            ),
          ],
        ]}
      />
    </Panel>
  );
}
