from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sources', '0003_taking_in'),
    ]

    operations = [
        migrations.AddField(
            model_name='importedrecord',
            name='twin',
            field=models.PositiveIntegerField(help_text='Number of the earlier record of this file that is, or may be, the same.', null=True),
        ),
    ]
