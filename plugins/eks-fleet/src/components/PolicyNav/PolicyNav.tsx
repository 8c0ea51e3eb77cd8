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
import styles from './PolicyNav.module.css';

type Page = 'matrix' | 'findings' | 'exceptions';

/** The pages about policies. */
export function PolicyNav(props: { page?: Page }) {
  const t = useTranslation();
  const links = useFleetLinks();
  const pages: [Page, string][] = [
    ['matrix', links.policies()],
    ['findings', links.findings()],
    ['exceptions', links.exceptions()],
  ];
  return (
    <nav aria-label={t('policy.nav')} className={styles.nav}>
      {pages.map(([page, href]) => (
        <Link
          key={page}
          href={href}
          standalone
          variant="body-small"
          color={page === props.page ? 'primary' : 'secondary'}
          weight={page === props.page ? 'bold' : 'regular'}
          aria-current={page === props.page ? 'page' : undefined}
          className={styles.page}
        >
          {t(`policy.nav_${page}`)}
        </Link>
      ))}
    </nav>
  );
}
