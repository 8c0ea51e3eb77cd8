// @ts-check

/**
 * What discovery remembers between scans, in the catalog plugin's database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('eks_fleet_targets', table => {
    table.comment('One row per account and Region that discovery works on');
    table.string('partition', 32).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 40).notNullable();
    table.string('provider', 100).notNullable();
    table.text('account_name').comment('From AWS Organizations');
    table.string('last_attempt_at', 30);
    table.string('last_success_at', 30);
    table.string('next_attempt_at', 30);
    table.string('failing_since', 30);
    table.string('error_code', 32);
    table.text('error_message');
    table.integer('cluster_count').notNullable().defaultTo(0);
    table.text('problems').comment('JSON: unreadable and rejected clusters');
    table.string('unmanaged_since', 30);
    table.string('lease_owner', 64);
    table.bigInteger('lease_until').comment('Milliseconds since 1970');
    table.primary(['partition', 'account_id', 'region']);
    table.index(['provider']);
  });

  await knex.schema.createTable('eks_fleet_clusters', table => {
    table.comment('One row per discovered cluster that has an entity');
    table.string('arn', 400).primary();
    table.string('provider', 100).notNullable();
    table.string('partition', 32).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 40).notNullable();
    table.string('cluster_name', 100).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('created_at', 30).comment("The cluster's, not the row's");
    table.string('first_seen_at', 30).notNullable();
    table.string('last_seen_at', 30).notNullable();
    table.integer('missed_scans').notNullable().defaultTo(0);
    table.string('missing_since', 30);
    table.string('removal_accepted_at', 30);
    table.index(['provider']);
    table.index(['entity_ref']);
    table.index(['partition', 'account_id', 'region']);
  });

  await knex.schema.createTable('eks_fleet_accounts', table => {
    table.comment('Accounts that discovery covers, or covered');
    table.string('account_id', 12).notNullable();
    table.string('provider', 100).notNullable();
    table.string('partition', 32).notNullable();
    table.text('name');
    table.boolean('in_scope').notNullable();
    table.primary(['provider', 'account_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('eks_fleet_accounts');
  await knex.schema.dropTable('eks_fleet_clusters');
  await knex.schema.dropTable('eks_fleet_targets');
};
