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

import { useState } from 'react';
import type { PolicyDetail } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { policyTitle } from '../../lib/policyText';
import { CopyLinkButton } from '../CopyLinkButton';
import { PageHeading } from '../PageHeading';
import { ChangePolicy, PolicyEdits, SafeToEnforce } from '../PolicyEdit';
import { PolicyNav } from '../PolicyNav';
import { PolicyAbout } from './PolicyAbout';
import { PolicyClusters } from './PolicyClusters';
import { PolicyExceptions } from './PolicyExceptions';
import { PolicyFigures } from './PolicyFigures';
import { PolicyNews } from './PolicyNews';
import { PolicyRules } from './PolicyRules';
import { TrendPanel } from './TrendPanel';
import styles from './PolicyPage.module.css';

/** Is it really enforced, and what would that refuse? */
export function PolicyContent(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const t = useTranslation();
  const [asked, setAsked] = useState(0);
  const onAsked = () => setAsked(before => before + 1);
  return (
    <div className={styles.page}>
      <div>
        <PageHeading
          title={t('policy.question', { policy: policyTitle(policy) })}
        >
          <ChangePolicy policy={policy} onAsked={onAsked} />
          <CopyLinkButton />
        </PageHeading>
        <PolicyNav />
        <PolicyFigures policy={policy} />
      </div>
      <PolicyClusters policy={policy} />
      <div className={styles.panels}>
        <SafeToEnforce policy={policy} onAsked={onAsked} />
        <PolicyEdits policy={policy} asked={asked} />
        <PolicyAbout policy={policy} />
        <TrendPanel policy={policy} />
        <PolicyNews policy={policy} />
        <PolicyExceptions policy={policy} />
        {policy.rules.length > 0 && <PolicyRules policy={policy} />}
      </div>
    </div>
  );
}
