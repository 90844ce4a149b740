using System.Text;
using FlowGraph.Conversion;

const string Dataset = "data/oil-for-troops";
var directory = args is [var given] ? new DirectoryInfo(given) : new DirectoryInfo(Directory.GetCurrentDirectory());
while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, Dataset))) directory = directory.Parent;
if (directory is null)
{
    Console.Error.WriteLine($"No {Dataset} was found here or above. Run this from the repository, or give the repository's directory.");
    return 1;
}

var target = Path.Combine(directory.FullName, Dataset);
foreach (var (file, text) in DossierConversion.Run(Path.Combine(target, "conversion")))
    File.WriteAllText(Path.Combine(target, file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
return 0;
