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
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './ExceptionTabs.module.css';

type Tab = 'register' | 'requests';

/** Exceptions that are in clusters, and those that were asked for. */
export function ExceptionTabs(props: { tab: Tab }) {
  const t = useTranslation();
  const links = useFleetLinks();
  const tabs: [Tab, string][] = [
    ['register', links.exceptions()],
    ['requests', links.exceptionRequests()],
  ];
  return (
    <nav aria-label={t('exceptionRequests.tabs')} className={styles.tabs}>
      {tabs.map(([tab, href]) => (
        <Link
          key={tab}
          href={href}
          standalone
          variant="body-small"
          color={tab === props.tab ? 'primary' : 'secondary'}
          weight={tab === props.tab ? 'bold' : 'regular'}
          aria-current={tab === props.tab ? 'page' : undefined}
          className={styles.tab}
        >
          {t(`exceptionRequests.tab_${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
