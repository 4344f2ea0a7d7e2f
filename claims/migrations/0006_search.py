"""Search documents, their words, and the full-text index that each engine keeps beside them.

The index follows its table by triggers, so that whatever writes the table writes the index. SQLite
makes a table anew to change a column: a later migration that does so must end with `make_index`.
"""

import django.db.models.deletion
from django.db import migrations, models


SQLITE = [
    """CREATE VIRTUAL TABLE claims_searchindex USING fts5(
        title_stems, body_stems,
        content='claims_searchdocument', content_rowid='id', tokenize='unicode61'
    )""",
    """CREATE TRIGGER claims_searchdocument_added AFTER INSERT ON claims_searchdocument BEGIN
        INSERT INTO claims_searchindex (rowid, title_stems, body_stems)
        VALUES (new.id, new.title_stems, new.body_stems);
    END""",
    """CREATE TRIGGER claims_searchdocument_gone AFTER DELETE ON claims_searchdocument BEGIN
        INSERT INTO claims_searchindex (claims_searchindex, rowid, title_stems, body_stems)
        VALUES ('delete', old.id, old.title_stems, old.body_stems);
    END""",
    """CREATE TRIGGER claims_searchdocument_changed AFTER UPDATE ON claims_searchdocument BEGIN
        INSERT INTO claims_searchindex (claims_searchindex, rowid, title_stems, body_stems)
        VALUES ('delete', old.id, old.title_stems, old.body_stems);
        INSERT INTO claims_searchindex (rowid, title_stems, body_stems)
        VALUES (new.id, new.title_stems, new.body_stems);
    END""",
]
SQLITE_BACK = [
    "DROP TRIGGER claims_searchdocument_added",
    "DROP TRIGGER claims_searchdocument_gone",
    "DROP TRIGGER claims_searchdocument_changed",
    "DROP TABLE claims_searchindex",
]
# No stem holds the letter between the two, so that no phrase runs from a title into a body.
POSTGRESQL = [
    "ALTER TABLE claims_searchdocument ADD COLUMN vector tsvector",
    """CREATE FUNCTION claims_searchdocument_vector() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        NEW.vector := setweight(to_tsvector('simple', NEW.title_stems || ' ø'), 'A')
            || setweight(to_tsvector('simple', NEW.body_stems), 'D');
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER claims_searchdocument_written BEFORE INSERT OR UPDATE ON claims_searchdocument
    FOR EACH ROW EXECUTE FUNCTION claims_searchdocument_vector()""",
    "CREATE INDEX claims_searchdocument_words ON claims_searchdocument USING gin (vector)",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER claims_searchdocument_written ON claims_searchdocument",
    "DROP FUNCTION claims_searchdocument_vector()",
    "ALTER TABLE claims_searchdocument DROP COLUMN vector",
]


def make_index(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    back = {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}
    for statement in back[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0005_desk_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=60, unique=True)),
                ('stem', models.CharField(db_index=True, max_length=60)),
            ],
            options={
                'ordering': ['word'],
            },
        ),
        migrations.CreateModel(
            name='SearchDocument',
            fields=[
                ('id', models.BigIntegerField(help_text='Lower stands first; holds the facets (claims/search/facets.py).', primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('claim', 'Claim'), ('evidence', 'Result'), ('source', 'Source')], max_length=10)),
                ('mechanism', models.CharField(blank=True, max_length=80)),
                ('direction', models.CharField(blank=True, max_length=20)),
                ('design', models.CharField(blank=True, max_length=20)),
                ('dose', models.CharField(blank=True, max_length=20)),
                ('verdict', models.CharField(blank=True, max_length=25)),
                ('name', models.CharField(max_length=200, unique=True)),
                ('slug', models.CharField(blank=True, help_text='Of the claim.', max_length=80)),
                ('item', models.CharField(blank=True, help_text="The result's place on its page.", max_length=80)),
                ('key', models.CharField(blank=True, db_index=True, help_text='Of the source.', max_length=60)),
                ('standing', models.CharField(blank=True, help_text='Retracted, corrected.', max_length=40)),
                ('context', models.CharField(blank=True, max_length=300)),
                ('title', models.TextField()),
                ('body', models.TextField(blank=True)),
                ('title_stems', models.TextField()),
                ('body_stems', models.TextField(blank=True)),
                ('claim', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.claim')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
