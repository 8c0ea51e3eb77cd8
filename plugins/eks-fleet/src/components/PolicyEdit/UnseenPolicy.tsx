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

import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import type { EditablePolicy } from '../../lib/policyEdit';
import { EmptyState } from '../QueryView';
import { ChangePolicy } from './ChangePolicy';
import styles from './PolicyEdit.module.css';
import { PolicyEdits } from './PolicyEdits';
import { usePolicyLayers } from './usePolicyLayers';

/** A policy that is on no cluster: where the chart has it, it may be switched on. */
export function UnseenPolicy(props: {
  name: string;
  /** Of one that the chart has not. */
  children: ReactNode;
}) {
  const { name } = props;
  const t = useTranslation();
  const [asked, setAsked] = useState(0);
  // The chart has it under one name for each engine.
  const [policy] = useState<EditablePolicy>({
    engine: 'kyverno',
    kind: 'ValidatingPolicy',
    name,
  });
  const { value } = usePolicyLayers(policy);
  return value?.policy ? (
    <div className={styles.form}>
      <EmptyState
        title={t('policyEdit.unseenTitle', { name })}
        detail={t('policyEdit.unseen')}
        action={
          <ChangePolicy
            policy={policy}
            onAsked={() => setAsked(before => before + 1)}
          />
        }
      />
      <PolicyEdits policy={policy} asked={asked} />
    </div>
  ) : (
    <>{props.children}</>
  );
}
