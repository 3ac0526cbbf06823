using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading;

namespace StretchChallenge.Server.Tests.Catalogue;

/// <summary>The catalogue's words in other languages: complete and of one shape with the English ones, or no start.</summary>
public sealed class TranslationTests
{
    private static readonly CatalogueFiles Files = CatalogueFiles.Embedded();

    [Fact]
    public void German_OfEachExercise_IsAsLongAsTheEnglishAndInOtherWords()
    {
        var english = CatalogueReader.Read(Files);
        var german = Assert.Single(english.Translations);

        Assert.Equal("de", german.Language);
        Assert.All(english.Exercises.Zip(german.Exercises), pair =>
        {
            var (one, other) = pair;
            Assert.Equal(one.Id, other.Id);
            Assert.Equal(Shape(one), Shape(other));
            Assert.Empty(Sentences(one).Intersect(Sentences(other)));
            Assert.Equal((one.Easier?.Exercise, one.Deeper?.Exercise, one.Dose), (other.Easier?.Exercise, other.Deeper?.Exercise, other.Dose));
        });
    }

    [Fact]
    public void German_OfEachRoutine_IsTheSameRoutineUnderAnotherName()
    {
        var english = CatalogueReader.Read(Files);
        var german = english.Translations[0];

        Assert.All(english.Library.AddRange(english.Programme).Zip(german.Library.AddRange(german.Programme)), pair =>
        {
            Assert.NotEqual(pair.First.Name, pair.Second.Name);
            Assert.Equal((pair.First.Id, pair.First.Steps), (pair.Second.Id, pair.Second.Steps));
        });
    }

    [Fact]
    public void Read_FolderOfAThirdLanguage_IsATranslationToo()
    {
        var german = Files.All.Where(name => name.StartsWith("de/", StringComparison.Ordinal));
        var files = german.Aggregate(Files, (all, name) => all.With(name.Replace("de/", "fr/", StringComparison.Ordinal), Files[name]));

        Assert.Equal(["de", "fr"], CatalogueReader.Read(files).Translations.Select(translation => translation.Language));
    }

    [Theory]
    [InlineData("de/core.json", "plank", null, "'plank'", "", "is missing")]
    [InlineData("de/core.json", "plank/id", "\"sofa\"", "'sofa'", "id", "is none of those that need words")]
    [InlineData("de/core.json", "+", """{"id":"plank"}""", "'plank'", "id", "is used already")]
    [InlineData("de/core.json", "+", """{"name":"Sofa"}""", "entry 12", "id", "is missing")]
    [InlineData("de/core.json", "+", "7", "entry 12", "id", "is missing")]
    [InlineData("de/core.json", "plank/name", null, "'plank'", "name", "is missing")]
    [InlineData("de/core.json", "plank/name", "5", "'plank'", "name", "must be a text in quotes, but is 5")]
    [InlineData("de/core.json", "plank/steps/0", null, "'plank'", "steps", "must have 5 items, but has 4")]
    [InlineData("de/core.json", "plank/cues/0", "\"Eine Erinnerung, die viel zu lang ist, um sie zu zeigen\"", "'plank'", "cues #1", "must have 3 to 40 characters")]
    [InlineData("de/core.json", "plank/easier", null, "'plank'", "easier", "is missing")]
    [InlineData("de/core.json", "plank/easier/text", "\"\"", "'plank'", "easier.text", "must have 5 to 200 characters, but has 0")]
    [InlineData("de/core.json", "plank/kind", "\"static\"", "'plank'", "kind", "does not exist. The fields here are: id, name,")]
    [InlineData("de/routines.json", "gentle", null, "'gentle'", "", "is missing")]
    [InlineData("de/routines.json", "gentle/name", "\"S\"", "'gentle'", "name", "must have 3 to 60 characters")]
    [InlineData("de/programme.json", "desk/name", "\"Am Schreibtisch\"", "'desk'", "name", "must have {week}")]
    [InlineData("de/programme.json", "mat", null, "'mat'", "", "is missing")]
    [InlineData("de/words.json", "chair", null, "'chair'", "", "is missing")]
    public void Read_FaultyWords_AreOneFaultInTheirField(string file, string path, string? json, string entry, string field, string says)
    {
        var faults = Files.Change(file, path, json).Faults().Where(fault => fault.Message != "is missing." || says == "is missing").ToArray();

        Assert.Contains(faults, fault => (fault.File, fault.Entry, fault.Field) == (file, entry, field) && fault.Message.Contains(says, StringComparison.Ordinal));
        Assert.Single(faults);
    }

    [Fact]
    public void Read_TextThatIsNoList_IsOneFaultOfTheFile()
    {
        var fault = Assert.Single(Files.With("de/routines.json", "{}").Faults());

        Assert.Equal("de/routines.json: must be a list of entries: [ … ].", fault.ToString());
    }

    private static (int, int, int, int, bool, bool) Shape(Exercise exercise) => (
        exercise.Steps.Length,
        exercise.Cues.Length,
        exercise.Mistakes.Length,
        exercise.Cautions.Length,
        exercise.Easier is null,
        exercise.Deeper is null);

    private static IEnumerable<string> Sentences(Exercise exercise) =>
        [.. exercise.Steps, .. exercise.Mistakes, .. exercise.Cautions, .. new[] { exercise.Easier?.Text, exercise.Deeper?.Text }.OfType<string>()];
}
