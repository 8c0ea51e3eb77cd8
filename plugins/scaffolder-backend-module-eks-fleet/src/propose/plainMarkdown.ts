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

/**
 * Text of others, so that it is nothing but text in Markdown: no markup, nobody
 * is notified, no issue is closed, and no line is a command to GitLab. Its lines
 * stay.
 */
export function plainMarkdown(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/gu, ' ')
    .trim()
    .split('\n')
    .map(line =>
      line
        .trim()
        .replaceAll(/[!#&()*+:<>[\\\]^_`{|}~=-]|^\//g, '\\$&')
        // Git hosts look for people in what is left of the Markdown.
        .replaceAll('@', '@\u200b'),
    )
    .join('  \n');
}
