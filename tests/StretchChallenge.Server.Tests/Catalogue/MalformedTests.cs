using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Catalogue.Reading;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Catalogue;

/// <summary>Faults in the data files: one sentence for each, and no start.</summary>
public sealed class MalformedTests
{
    private static readonly CatalogueFiles Files = CatalogueFiles.Embedded();

    [Fact]
    public void Read_TheProductsFiles_HaveNoFaults() => Assert.Empty(Files.Faults());

    [Theory]
    [InlineData("plank/name", null, "name", "is missing")]
    [InlineData("plank/name", "null", "name", "is missing")]
    [InlineData("plank/name", "5", "name", "must be a text in quotes, but is 5")]
    [InlineData("plank/name", "\"P\"", "name", "must have 3 to 60 characters, but has 1")]
    [InlineData("plank/name", "\" Plank\"", "name", "space")]
    [InlineData("plank/nmae", "\"Plank\"", "nmae", "does not exist. The fields here are: id, name,")]
    [InlineData("plank/kind", "\"stretchy\"", "kind", "must be one of static, dynamic, pnf, strength, warmUp, alternative, but is \"stretchy\"")]
    [InlineData("plank/kind", "3", "kind", "but is 3")]
    [InlineData("plank/position", "{}", "position", "but is a group of fields")]
    [InlineData("plank/desk", "\"yes\"", "desk", "must be true or false, but is \"yes\"")]
    [InlineData("plank/source", "[\"F\"]", "source #1", "must be one of A, B, C, D, E, own")]
    [InlineData("plank/source", "[]", "source", "must have 1 to 5 items, but has 0")]
    [InlineData("plank/equipment", "\"mat\"", "equipment", "must be a list")]
    [InlineData("plank/equipment", "[\"mat\",\"hammock\"]", "equipment #2", "must be one of chair, twoChairs, desk")]
    [InlineData("plank/muscles", "[\"abdominals\",\"abdominals\"]", "muscles #2", "a second time")]
    [InlineData("plank/steps", "[\"Lie down on your front.\",\"Lift yourself up.\"]", "steps", "must have 3 to 6 items, but has 2")]
    [InlineData("plank/steps/1", "7", "steps #2", "must be a text in quotes, but is 7")]
    [InlineData("plank/cues/0", "\"A reminder that is much too long to be shown at once\"", "cues #1", "must have 3 to 40 characters")]
    [InlineData("plank/dose", "[]", "dose", "must be a group of fields")]
    [InlineData("plank/dose", "{\"hold\":{\"min\":\"many\",\"max\":30}}", "dose.hold.min", "must be a whole number from 1 to 600, but is \"many\"")]
    [InlineData("plank/dose", "{\"hold\":{\"min\":15}}", "dose.hold.max", "is missing")]
    [InlineData("plank/dose", "{\"hold\":{\"min\":30,\"max\":15}}", "dose.hold", "larger min (30) than max (15)")]
    [InlineData("plank/dose", "{\"breaths\":1.5}", "dose.breaths", "must be a whole number from 1 to 30, but is 1.5")]
    [InlineData("plank/progression", "[]", "progression", "must have 1 to 8 items, but has 0")]
    [InlineData("plank/progression/0/week", "2", "progression #1.week", "must be 1")]
    [InlineData("plank/progression/0/seconds", "9", "progression #1.seconds", "must be a whole number from 10 to 60, but is 9")]
    [InlineData("plank/progression", "[{\"week\":1,\"seconds\":20},{\"week\":1,\"seconds\":25}]", "progression #2.week", "must be after the week before it (1)")]
    [InlineData("plank/easier", "{\"text\":\"Rest on your knees.\",\"exercise\":\"sofa\"}", "easier.exercise", "names the exercise 'sofa', which does not exist")]
    [InlineData("plank/deeper", "{\"text\":\"Lift one foot.\",\"exercise\":\"plank\"}", "deeper", "names the exercise itself")]
    [InlineData("plank/easier", "{}", "easier.text", "is missing")]
    public void Read_FaultyExercise_IsOneFaultInItsField(string path, string? json, string field, string says) =>
        AssertFault("core.json", path, json, "'plank'", field, says);

    [Theory]
    [InlineData("russian-twists/hamstrings", "russian-twists/discInjury")]
    public void Read_HamstringStretchForADiscInjury_IsAFault(string hamstrings, string discInjury) =>
        AssertFault(Files.Change("core.json", hamstrings, "true").Change("core.json", discInjury, "true"), "core.json", "'russian-twists'", "discInjury", "must be false");

    [Theory]
    [InlineData("plank/id", null, "entry 1", "id", "is missing")]
    [InlineData("plank/id", "7", "entry 1", "id", "must be an id in quotes, but is 7")]
    [InlineData("plank", "\"plank\"", "entry 1", "", "must be a group of fields")]
    public void Read_EntryWithoutAnId_IsNamedByItsNumber(string path, string? json, string entry, string field, string says) =>
        AssertFault("core.json", path, json, entry, field, says);

    [Fact]
    public void Read_IdOfAnotherForm_IsAFault() => AssertFault(
        Files.Change("core.json", "+", Entry("core.json", "plank", ("id", "High Plank"))),
        "core.json", "'High Plank'", "id", "must be small letters, digits and single hyphens");

    [Theory]
    [InlineData("core.json")]
    [InlineData("own.json")]
    public void Read_IdUsedTwice_IsAFaultWhereItStandsAgain(string file) => AssertFault(
        Files.Change(file, "+", Entry("core.json", "plank")), file, "'plank'", "id", "is used already in core.json");

    [Theory]
    [InlineData("workplace/steps/0/exercise", "\"sofa\"", "'workplace'", "steps #1.exercise", "names the exercise 'sofa', which does not exist")]
    [InlineData("workplace/steps/0/seconds", "500", "'workplace'", "steps #1.seconds", "must be a whole number from 5 to 120")]
    [InlineData("workplace/steps/0/getReady", null, "'workplace'", "steps #1.getReady", "is missing")]
    [InlineData("workplace/steps", "[]", "'workplace'", "steps", "must have 1 to 30 items")]
    [InlineData("workplace/rounds", "0", "'workplace'", "rounds", "must be a whole number from 1 to 10")]
    [InlineData("workplace/rounds", "1", "'workplace'", "steps", "but 180 to 300 s are promised")]
    [InlineData("workplace/rounds", "9", "'workplace'", "steps", "but 180 to 300 s are promised")]
    [InlineData("workplace/minutes", "{\"min\":5,\"max\":3}", "'workplace'", "minutes", "larger min (5) than max (3)")]
    [InlineData("workplace/id", "\"week-1-desk-a\"", "'week-1-desk-a'", "id", "must not begin with 'week-'")]
    [InlineData("workplace/gentle", "1", "'workplace'", "gentle", "must be true or false, but is 1")]
    [InlineData("gentle/steps/0/exercise", "\"bridging\"", "'gentle'", "steps #1.exercise", "does not suit a disc injury")]
    [InlineData("gentle/gentle", "false", "'gentle'", "gentle", "must be true")]
    [InlineData("gentle", null, "", "", "has no routine 'gentle'")]
    [InlineData("gentle/rounds", "\"three\"", "'gentle'", "rounds", "must be a whole number")]
    public void Read_FaultyRoutine_IsOneFaultInItsField(string path, string? json, string entry, string field, string says) =>
        AssertFault("routines.json", path, json, entry, field, says);

    [Theory]
    [InlineData("3", null, "", "", "must have the 4 blocks of two weeks, but has 3")]
    [InlineData("0/block", "2", "block 1", "block", "must be 1")]
    [InlineData("0/weeks", "[1,3]", "block 1", "weeks", "must be 1 and 2")]
    [InlineData("0/weeks", "[1]", "block 1", "weeks", "must have 2 items, but has 1")]
    [InlineData("0/core", "[\"sofa\"]", "block 1", "core #1", "names the exercise 'sofa', which does not exist")]
    [InlineData("0/stretches", "[\"leg-swings\"]", "block 1", "stretches #1", "but the hold time of that week is 15 s")]
    [InlineData("0/lineUps/desk", null, "block 1", "lineUps.desk", "is missing")]
    [InlineData("0/lineUps/seated/b", null, "block 1", "lineUps.seated.b", "is missing")]
    [InlineData("0/lineUps/floor", "{}", "block 1", "lineUps.floor", "does not exist. The fields here are: desk, mat, seated")]
    [InlineData("1/lineUps/desk/a/1", "\"plank\"", "block 2", "lineUps.desk.a #2", "cannot be done in the variant 'desk'")]
    [InlineData("1/lineUps/seated/a/1", "{\"exercise\":\"desk-leg-stretch\",\"sets\":2}", "block 2", "lineUps.seated.a #2", "cannot be done in the variant 'seated'")]
    [InlineData("1/lineUps/desk/a/0", "\"calf-stretch\"", "block 2", "lineUps.desk.a #1", "is no warm-up")]
    [InlineData("1/lineUps/mat/b/1", "{\"exercise\":\"plank\",\"sets\":0}", "block 2", "lineUps.mat.b #2.sets", "must be a whole number from 1 to 6")]
    [InlineData("1/lineUps/mat/b/1", "{\"exercise\":\"supine-strap\",\"sets\":6}", "block 2", "lineUps.mat.b", "but a routine takes 180 to 600 s")]
    [InlineData("1/lineUps/mat/b", "[\"light-cardio\",\"bird-dog\"]", "block 2", "lineUps.mat.b", "but a routine takes 180 to 600 s")]
    [InlineData("1/lineUps/mat/b", "[\"light-cardio\"]", "block 2", "lineUps.mat.b", "must have 2 to 20 items, but has 1")]
    public void Read_FaultyBlock_IsOneFaultInItsField(string path, string? json, string entry, string field, string says) =>
        AssertFault("programme.json", path, json, entry, field, says);

    [Fact]
    public void Read_SameLineUpTwice_IsAFault()
    {
        var same = JsonNode.Parse(Files["programme.json"])![0]!["lineUps"]!["mat"]!["a"]!.ToJsonString();

        AssertFault("programme.json", "0/lineUps/mat/b", same, "block 1", "lineUps.mat.b", "must differ from 'a'");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{}", "must be a list of entries")]
    [InlineData("[\n{ \"id\": \"pl", "ends too early, in line 2")]
    [InlineData("[\n{ \"id\": \"plank\",", "ends too early, in line 2")]
    [InlineData("[\n  { \"id\": plank }\n]", "is not JSON, in line 2, character 11")]
    [InlineData("[]]", "is not JSON, in line 1")]
    public void Read_TextThatIsNoList_IsOneFaultOfTheFile(string text, string says)
    {
        Assert.All(new[] { "core.json", "routines.json", "programme.json" }, file =>
            AssertFault(Files.With(file, text), file, "", "", says));
    }

    [Fact]
    public void Read_CutAnywhere_IsOneFaultOfTheFile()
    {
        var text = Files["own.json"].TrimEnd();

        Assert.All(Enumerable.Range(0, 40).Select(part => text[..(text.Length * part / 40)]), cut =>
            AssertFault(Files.With("own.json", cut), "own.json", "", "", cut.Length == 0 ? "is empty" : "ends too early"));
    }

    [Fact]
    public void Read_FieldTwice_IsAFault() => AssertFault(
        Files.With("own.json", Files["own.json"].Replace("\"id\": \"lunges\",", "\"id\": \"lunges\", \"desk\": true,", StringComparison.Ordinal)),
        "own.json", "'lunges'", "desk", "is given twice");

    [Fact]
    public void Read_CommentsAndTrailingCommas_AreFine() =>
        Assert.Empty(Files.With("own.json", $"// Our own.\n{Files["own.json"].TrimEnd()[..^1]}, /* the end */ ]").Faults());

    [Fact]
    public void Read_SeveralFaults_NamesThemAllAtOnce()
    {
        var faults = Files
            .Change("core.json", "plank/kind", "\"stretchy\"")
            .Change("core.json", "plank/cues", "[]")
            .Change("own.json", "lunges/desk", null)
            .Change("routines.json", "workplace/rounds", "0")
            .Change("programme.json", "2/block", "7")
            .With("warm-ups.json", "[")
            .Faults();

        Assert.Equal(
            [
                "core.json, 'plank', cues", "core.json, 'plank', kind", "own.json, 'lunges', desk", "programme.json, block 3, block",
                "routines.json, 'workplace', rounds", "warm-ups.json",
            ],
            faults.Select(fault => fault.ToString().Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Start_WithFaults_IsRefusedWithASentenceForEach()
    {
        var files = Files.Change("core.json", "plank/kind", "\"stretchy\"").Change("own.json", "lunges/desk", null);
        using var server = new TestServer { Replace = services => services.AddSingleton(files) };

        var refusal = Assert.Throws<CatalogueException>(() => server.Services);

        var text = StartFailure.Describe(refusal);
        Assert.Contains("core.json, 'plank', kind: must be one of static", text, StringComparison.Ordinal);
        Assert.Contains("own.json, 'lunges', desk: is missing.", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split('\n').Length);
    }

    private static string Entry(string file, string id, params (string Field, string Value)[] changes)
    {
        var entry = JsonNode.Parse(Files[file])!.AsArray().Single(entry => (string?)entry!["id"] == id)!;
        foreach (var (field, value) in changes)
        {
            entry[field] = value;
        }

        return entry.ToJsonString();
    }

    private static void AssertFault(string file, string path, string? json, string entry, string field, string says) =>
        AssertFault(Files.Change(file, path, json), file, entry, field, says);

    private static void AssertFault(CatalogueFiles files, string file, string entry, string field, string says)
    {
        var faults = files.Faults();

        Assert.True(faults.Count == 1, string.Join('\n', faults));
        Assert.Equal((file, entry, field), (faults[0].File, faults[0].Entry, faults[0].Field));
        Assert.Contains(says, faults[0].Message, StringComparison.Ordinal);
        Assert.EndsWith(".", faults[0].Message, StringComparison.Ordinal);
    }
}
