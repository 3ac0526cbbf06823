namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>A place in a data file, at which a fault can be noted.</summary>
/// <param name="Faults">All faults so far.</param>
/// <param name="File">The file's name.</param>
/// <param name="Entry">The id of the entry, or its number in the file.</param>
/// <param name="Field">The way to the field inside the entry.</param>
internal sealed record FaultPlace(List<CatalogueFault> Faults, string File, string Entry = "", string Field = "")
{
    /// <summary>The place of a field inside this one.</summary>
    public FaultPlace In(string name) => this with { Field = Field.Length == 0 ? name : $"{Field}.{name}" };

    /// <summary>The place of an item of the list that lies here, by its index.</summary>
    public FaultPlace Item(int index) => this with { Field = $"{Field} #{index + 1}" };

    /// <summary>Notes a fault.</summary>
    public void Fault(string message) => Faults.Add(new CatalogueFault(File, Entry, Field, message));

    /// <summary>Notes a fault where the condition does not hold; tells whether it does.</summary>
    public bool Check(bool holds, string message)
    {
        if (!holds)
        {
            Fault(message);
        }

        return holds;
    }
}
