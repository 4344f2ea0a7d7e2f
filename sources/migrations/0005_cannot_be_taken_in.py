from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sources', '0004_twin'),
    ]

    operations = [
        migrations.AlterField(
            model_name='importedrecord',
            name='finding',
            field=models.CharField(choices=[('new', 'New'), ('here', 'Already here'), ('perhaps', 'Perhaps the same'), ('unreadable', 'Cannot be taken in')], max_length=10),
        ),
        migrations.AlterField(
            model_name='importedrecord',
            name='record',
            field=models.JSONField(help_text='The record as read; null if nothing of it could be.', null=True),
        ),
    ]
